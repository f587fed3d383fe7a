package org.chancery.journal;

import java.util.HashMap;
import java.util.Map;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An entry filter as SQL, but for its instants, which are ranges of positions. */
final class EntryConditions {
  private static final JsonMapper JSON = LedgerJson.mapper();

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> params = new HashMap<>();

  EntryConditions(EntryFilter filter) {
    add("subject = :subject", "subject", filter.subject());
    add("name = :name", "name", filter.name());
    add("recorded_by = :recordedBy", "recordedBy", filter.recordedBy());
    add("lower(sources) like lower(:source) escape '!'", "source", pattern(filter.source()));
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

  /** The sources stand there as JSON, so what is looked for must be quoted likewise. */
  private static @Nullable String pattern(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String quoted = JSON.writeValueAsString(text);
    return "%" + quoted.substring(1, quoted.length() - 1).replaceAll("([!%_])", "!$1") + "%";
  }
}
