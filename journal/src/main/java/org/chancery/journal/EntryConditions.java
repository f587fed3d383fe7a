package org.chancery.journal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An entry filter as SQL, but for its instants, which are ranges of positions. */
final class EntryConditions {
  private static final JsonMapper JSON = LedgerJson.mapper();

  /** From a word on to the end of a value of a JSON object; a key is followed by a colon. */
  private static final String VALUE_ENDS = "[^\"]*\"[,}\\]]";

  /** White space of every width, as it stands between words in sources. */
  private static final String SPACES = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+";

  /**
   * What stands for an escaped backslash and an escaped mark; JSON text has no controls. With those
   * there, a pattern would have a choice within a repetition, for which Java recurses as deep as
   * the text has escapes.
   */
  private static final String BACKSLASH = "\u0001";

  private static final String MARK = "\u0002";

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> params = new HashMap<>();

  EntryConditions(EntryFilter filter) {
    add("subject = :subject", "subject", filter.subject());
    add("name = :name", "name", filter.name());
    add("name in (:names)", "names", filter.names());
    add("recorded_by = :recordedBy", "recordedBy", filter.recordedBy());
    source(filter.source());
    add("authority in (:authorities)", "authorities", filter.authorities());
    add("command = :command", "command", filter.command());
    add("command_id = :commandId", "commandId", filter.commandId());
    add("correlation = :correlation", "correlation", filter.correlation());
    add("position in (:positions)", "positions", filter.positions());
    words(filter.text());
    cited(filter.cited());
    cause(filter.cause());
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

  private void source(@Nullable String text) {
    List<String> words = parts(text);
    if (!words.isEmpty()) {
      sql.append(" and ").append(within("sources", ":source"));
      params.put("source", pattern(words));
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
      add(
          "regexp_like(replace(replace(sources, '\\\\', :backslash), '\\\"', :mark), :cited, 'i')",
          "cited",
          published + locator);
      params.put("backslash", BACKSLASH);
      params.put("mark", MARK);
    }
  }

  private void cause(@Nullable Cause cause) {
    if (cause != null) {
      sql.append(" and ").append(cause.condition());
      params.putAll(cause.params());
    }
  }

  /** Each word, anywhere in what the entry says or says of its origin. */
  private void words(@Nullable String text) {
    List<String> words = parts(text);
    for (int n = 0; n < words.size(); n++) {
      String word = ":word" + n;
      sql.append(
          " and (%s or %s or %s or %s)"
              .formatted(
                  plain("rationale", ":plain" + n),
                  plain("authority", ":plain" + n),
                  within("sources", word),
                  within("payload", word)));
      params.put("word" + n, pattern(List.of(words.get(n))));
      params.put("plain" + n, plainPattern(words.get(n)));
    }
  }

  private static List<String> parts(@Nullable String text) {
    String form = text == null ? "" : TextForm.composed(text);
    return form.isEmpty() ? List.of() : List.of(form.split(" "));
  }

  private static String plain(String column, String pattern) {
    return "regexp_like(lower(coalesce(%s, '')), %s)".formatted(column, pattern);
  }

  private String within(String column, String pattern) {
    params.put("backslash", BACKSLASH);
    params.put("mark", MARK);
    return "regexp_like(lower(replace(replace(%s, '\\\\', :backslash), '\\\"', :mark)), %s)"
        .formatted(column, pattern);
  }

  private static String plainPattern(String word) {
    return eitherForm(List.of(word), form -> form);
  }

  /** Within a value; what is looked for is quoted as JSON quotes it. */
  private static String pattern(List<String> words) {
    return eitherForm(words, form -> unmarked(quoted(form))) + VALUE_ENDS;
  }

  /** Accents composed or combined, whichever stands there; databases compare code points. */
  private static String eitherForm(List<String> words, UnaryOperator<String> written) {
    return Stream.of(Normalizer.Form.NFC, Normalizer.Form.NFD)
        .map(form -> words.stream().map(word -> written.apply(lower(word, form))))
        .map(all -> all.map(EntryConditions::literal).collect(Collectors.joining(SPACES)))
        .distinct()
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String lower(String word, Normalizer.Form form) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), form);
  }

  private static String unmarked(String json) {
    return json.replace("\\\\", BACKSLASH).replace("\\\"", MARK);
  }

  private static String literal(String text) {
    return text.replaceAll("([^\\p{L}\\p{M}\\p{N}])", "\\\\$1");
  }

  private static String quoted(String text) {
    String quoted = JSON.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
