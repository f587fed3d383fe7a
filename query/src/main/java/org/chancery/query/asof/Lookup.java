package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the one row of a subject that holds at a point in both times, along one index. The orders
 * name the index's columns from the first on, even those that are fixed: H2 would sort otherwise.
 */
final class Lookup {
  private final JdbcTemplate jdbc;
  private final String held;
  private final String onceHeld;

  private record Candidate(LocalDate validTo, long knownFrom, String body) {

    boolean holds(AsOf asOf) {
      return asOf.on().isBefore(validTo) && knownFrom <= asOf.position();
    }
  }

  Lookup(String table, JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.held =
        "select valid_to, known_from, body from %s where subject = ? and known_to = %d"
                .formatted(table, ReadModel.OPEN)
            + " and valid_from <= ? order by subject, known_to, valid_from desc limit 1";
    this.onceHeld =
        "select body from %s where subject = ? and known_to > ? and known_to < %d"
                .formatted(table, ReadModel.OPEN)
            + " and known_from <= ? and valid_from <= ? and valid_to > ?"
            + " order by subject, known_to limit 1";
  }

  Optional<String> bodyOf(String subject, AsOf asOf) {
    Optional<String> open = held(subject, asOf);
    return open.isPresent() ? open : onceHeld(subject, asOf);
  }

  /**
   * What is held today does not overlap in valid time, so of its rows only the last to begin by the
   * day can hold: were that a condition like others, the database would read on in vain.
   */
  private Optional<String> held(String subject, AsOf asOf) {
    List<Candidate> last =
        jdbc.query(
            held,
            (row, n) ->
                new Candidate(row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3)),
            subject,
            asOf.on());
    return last.stream().filter(row -> row.holds(asOf)).map(Candidate::body).findFirst();
  }

  private Optional<String> onceHeld(String subject, AsOf asOf) {
    List<String> found =
        jdbc.query(
            onceHeld,
            (row, n) -> row.getString(1),
            subject,
            asOf.position(),
            asOf.position(),
            asOf.on(),
            asOf.on());
    return found.stream().findFirst();
  }
}
