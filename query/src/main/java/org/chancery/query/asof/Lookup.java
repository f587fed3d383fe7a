package org.chancery.query.asof;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the one row of a subject that holds at a point in both times. */
final class Lookup {
  private final JdbcTemplate jdbc;
  private final String held;
  private final String onceHeld;

  /**
   * What is held today does not overlap in valid time, so of its rows only the last to begin by the
   * day can hold: were it one condition among others, the database would read on in vain.
   */
  Lookup(String table, JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.held =
        "select body from (select valid_to, known_from, body from %s".formatted(table)
            + " where subject = ? and known_to = %d and valid_from <= ?".formatted(ReadModel.OPEN)
            + " order by valid_from desc limit 1) latest where valid_to > ? and known_from <= ?";
    this.onceHeld =
        "select body from %s where subject = ? and known_to > ?".formatted(table)
            + " and known_to < %d and known_from <= ?".formatted(ReadModel.OPEN)
            + " and valid_from <= ? and valid_to > ? order by known_to limit 1";
  }

  Optional<String> bodyOf(String subject, AsOf asOf) {
    Optional<String> open = find(held, subject, asOf.on(), asOf.on(), asOf.position());
    return open.isPresent()
        ? open
        : find(onceHeld, subject, asOf.position(), asOf.position(), asOf.on(), asOf.on());
  }

  private Optional<String> find(String sql, Object... params) {
    List<String> found = jdbc.query(sql, (row, n) -> row.getString(1), params);
    return found.stream().findFirst();
  }
}
