package org.chancery.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry filter as SQL. */
final class EntryConditions {
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> params = new HashMap<>();

  EntryConditions(EntryFilter filter) {
    add("subject = :subject", "subject", filter.subject());
    add("name = :name", "name", filter.name());
    add("recorded_by = :recordedBy", "recordedBy", filter.recordedBy());
    add("lower(sources) like :source escape '!'", "source", pattern(filter.source()));
    add("recorded_at >= :from", "from", atUtc(filter.from()));
    add("recorded_at < :to", "to", atUtc(filter.to()));
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

  private static @Nullable String pattern(@Nullable String text) {
    return text == null
        ? null
        : "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  private static @Nullable Object atUtc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
