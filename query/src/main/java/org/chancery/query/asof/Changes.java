package org.chancery.query.asof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.query.asof.Version.Start;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a read model is to hold from now on, collected over a batch and written at its end. */
final class Changes<V> {
  private final String table;
  private final Map<Start, Row<V>> opened = new LinkedHashMap<>();
  private final List<Row<V>> passed = new ArrayList<>();
  private final List<Closing> closed = new ArrayList<>();

  private record Row<V>(Version<V> version, long knownFrom, long knownTo) {}

  private record Closing(Start start, long knownTo) {}

  Changes(String table) {
    this.table = table;
  }

  /** Replaces what was held of a subject before a position by what is held from it on. */
  void replace(List<Version<V>> before, List<Version<V>> after, long position) {
    Map<Start, Version<V>> held = byStart(before);
    Map<Start, Version<V>> holds = byStart(after);
    held.forEach(
        (start, version) -> {
          if (!version.equals(holds.get(start))) {
            close(start, position);
          }
        });
    holds.forEach(
        (start, version) -> {
          if (!version.equals(held.get(start))) {
            opened.put(start, new Row<>(version, position, ReadModel.OPEN));
          }
        });
  }

  private static <V> Map<Start, Version<V>> byStart(List<Version<V>> versions) {
    Map<Start, Version<V>> byStart = new LinkedHashMap<>();
    versions.forEach(version -> byStart.put(version.start(), version));
    return byStart;
  }

  private void close(Start start, long position) {
    Row<V> pending = opened.remove(start);
    if (pending == null) {
      closed.add(new Closing(start, position));
    } else if (pending.knownFrom() < position) {
      passed.add(new Row<>(pending.version(), pending.knownFrom(), position));
    }
  }

  /** Writes what waits; a model that the batch does not touch costs nothing. */
  void write(JdbcTemplate jdbc, Function<V, String> body) {
    if (!closed.isEmpty()) {
      jdbc.batchUpdate(
          "update %s set known_to = ? where subject = ? and known_to = %d and valid_from = ?"
              .formatted(table, ReadModel.OPEN),
          closed,
          closed.size(),
          Changes::bind);
    }
    passed.addAll(opened.values());
    if (!passed.isEmpty()) {
      jdbc.batchUpdate(
          "insert into %s (subject, known_to, valid_from, valid_to, known_from, sort_key,"
                  .formatted(table)
              + " first_day, last_day, facets, body) values (?,?,?,?,?,?,?,?,?,?)",
          passed,
          passed.size(),
          (insert, row) -> bind(insert, row, body.apply(row.version().view())));
    }
    forget();
  }

  /** Drops what waits. */
  void forget() {
    opened.clear();
    passed.clear();
    closed.clear();
  }

  private static void bind(PreparedStatement update, Closing closing) throws SQLException {
    update.setLong(1, closing.knownTo());
    update.setString(2, closing.start().subject());
    update.setObject(3, closing.start().from());
  }

  private static void bind(PreparedStatement insert, Row<?> row, String body) throws SQLException {
    Version<?> version = row.version();
    insert.setString(1, version.subject());
    insert.setLong(2, row.knownTo());
    insert.setObject(3, version.from());
    insert.setObject(4, version.to());
    insert.setLong(5, row.knownFrom());
    insert.setString(6, version.order());
    insert.setObject(7, version.happens() == null ? null : version.happens().earliest());
    insert.setObject(8, version.happens() == null ? null : version.happens().latest());
    insert.setString(9, Facet.text(version.facets()));
    insert.setString(10, body);
  }
}
