package org.chancery.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An entry filter as SQL, but for its instants, which are ranges of positions. */
final class EntryConditions {
  private static final JsonMapper JSON = LedgerJson.mapper();

  /**
   * Within the text of a quote, as JSON has it, but for its escaped marks. With those there, the
   * pattern would have a choice within a repetition, for which Java recurses as deep as the quote
   * has escapes.
   */
  private static final String QUOTE = "\"quote\":\"[^\"]*";

  /** What stands for an escaped backslash and an escaped mark; JSON text has no controls. */
  private static final String BACKSLASH = "\u0001";

  private static final String MARK = "\u0002";

  private static final String UNMARKED =
      "replace(replace(sources, '\\\\', :backslash), '\\\"', :mark)";

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> params = new HashMap<>();

  EntryConditions(EntryFilter filter) {
    add("subject = :subject", "subject", filter.subject());
    add("name = :name", "name", filter.name());
    add("recorded_by = :recordedBy", "recordedBy", filter.recordedBy());
    add("lower(sources) like lower(:source) escape '!'", "source", pattern(filter.source()));
    add("authority = :authority", "authority", filter.authority());
    add("command = :command", "command", filter.command());
    add("command_id = :commandId", "commandId", filter.commandId());
    add("correlation = :correlation", "correlation", filter.correlation());
    add("position in (:positions)", "positions", filter.positions());
    words(filter.text());
    cited(filter.cited());
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> params() {
    return params;
  }

  private void add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      params.put(name, value);
    }
  }

  private void words(@Nullable String text) {
    List<String> words = text == null ? List.of() : List.of(text.strip().split("\\s+"));
    for (int n = 0; n < words.size(); n++) {
      String word = words.get(n);
      sql.append(
          " and (lower(coalesce(rationale, '')) like lower(:word%1$d) escape '!' or %2$s)"
              .formatted(n, "regexp_like(%s, :quote%d, 'i')".formatted(UNMARKED, n)));
      params.put("word" + n, like(word));
      params.put("quote" + n, QUOTE + literal(unmarked(quoted(word))));
      params.put("backslash", BACKSLASH);
      params.put("mark", MARK);
    }
  }

  /** Within one source, whose fields stand in their order; a locator's last word is a number. */
  private void cited(@Nullable CitedRecord cited) {
    if (cited != null) {
      EdtfDate release = cited.release();
      String number = cited.number();
      String published =
          release == null ? "" : "\"published\":\"%s\"[^{}]*".formatted(literal(release.text()));
      String locator =
          number == null
              ? ""
              : "\"locator\":\"([^\"]* )?%s\"".formatted(literal(unmarked(quoted(number))));
      add("regexp_like(%s, :cited, 'i')".formatted(UNMARKED), "cited", published + locator);
      params.put("backslash", BACKSLASH);
      params.put("mark", MARK);
    }
  }

  private static String unmarked(String json) {
    return json.replace("\\\\", BACKSLASH).replace("\\\"", MARK);
  }

  private static String literal(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }

  /** The sources stand there as JSON, so what is looked for must be quoted likewise. */
  private static @Nullable String pattern(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return like(quoted(text));
  }

  private static String like(String text) {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }

  private static String quoted(String text) {
    String quoted = JSON.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
