package org.chancery.readmodel;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.chancery.journal.Database;
import org.chancery.readmodel.Ended.Row;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the one row of a subject that holds at a point in both times: among those remembered; by
 * the index, if it is still held; or among those that ended, of which an index in one order can
 * rule out too few.
 */
final class Lookup {
  private final JdbcTemplate jdbc;
  private final Memory memory = new Memory();
  private final AtomicLong edition = new AtomicLong();
  private final String held;
  private final String all;
  private final String placed;
  private final String body;

  private record Candidate(long validTo, long knownFrom, String body) {

    boolean holds(AsOf asOf) {
      return asOf.on().toEpochDay() < validTo && knownFrom <= asOf.position();
    }
  }

  /** The orders name the index's columns from the first on, even fixed ones: H2 would sort. */
  Lookup(String table, JdbcTemplate jdbc) {
    String place = Database.of(requireNonNull(jdbc.getDataSource())).rowAddress();
    this.jdbc = jdbc;
    this.held =
        "select valid_to, known_from, body from %s where subject = ? and known_to = %d"
                .formatted(table, ReadModel.OPEN)
            + " and valid_from <= ? order by subject, known_to, valid_from desc limit 1";
    this.all =
        "select %s, valid_from, valid_to, known_from, known_to from %s where subject = ?"
                .formatted(place, table)
            + " and known_to > ?";
    this.placed =
        "select body, subject, known_from, valid_from from %s where %s = ?".formatted(table, place);
    this.body =
        "select body from %s where subject = ? and known_from = ? and valid_from = ?"
            .formatted(table);
  }

  Optional<String> bodyOf(String subject, AsOf asOf) {
    int age = memory.age(subject);
    Remembered known = memory.of(subject);
    Optional<String> found = known.at(asOf).flatMap(row -> body(subject, row));
    if (found.isPresent() || known.isAll()) {
      return found;
    }
    return held(subject, asOf)
        .or(() -> all(subject, known, age).at(asOf).flatMap(row -> body(subject, row)));
  }

  /** How often rows have changed. */
  long edition() {
    return edition.get();
  }

  /** Drops what is remembered: the model is built anew. */
  void forget() {
    memory.forget();
    edition.incrementAndGet();
  }

  /** The rows of these subjects were changed; to be told before anyone asks as of later. */
  void changed(Stream<String> subjects) {
    List<String> changed = subjects.toList();
    memory.changed(changed.stream());
    if (!changed.isEmpty()) {
      edition.incrementAndGet();
    }
  }

  /**
   * What is held today does not overlap in valid time, so of its rows only the last to begin by the
   * day can hold: were that a condition like others, the database would read on in vain.
   */
  private Optional<String> held(String subject, AsOf asOf) {
    List<Candidate> last =
        jdbc.query(
            held,
            (row, n) -> new Candidate(row.getLong(1), row.getLong(2), row.getString(3)),
            subject,
            asOf.on().toEpochDay());
    return last.stream().filter(row -> row.holds(asOf)).map(Candidate::body).findFirst();
  }

  private Remembered all(String subject, Remembered known, int age) {
    Remembered all = known.with(jdbc.query(this.all, Lookup::row, subject, known.ended().last()));
    memory.keep(subject, all, age);
    return all;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }

  /**
   * From where the row stood when it was read; by the index, should it have been moved since. It is
   * told by when it began to be known: when it ceased to be may have changed in this very moment.
   */
  private Optional<String> body(String subject, Row row) {
    return jdbc
        .query(
            placed, (found, n) -> isAt(found, subject, row) ? found.getString(1) : "", row.place())
        .stream()
        .filter(body -> !body.isEmpty())
        .findFirst()
        .or(() -> indexed(subject, row));
  }

  private static boolean isAt(ResultSet found, String subject, Row row) throws SQLException {
    return found.getString(2).equals(subject)
        && found.getLong(3) == row.knownFrom()
        && found.getLong(4) == row.validFrom();
  }

  private Optional<String> indexed(String subject, Row row) {
    return jdbc
        .query(body, (found, n) -> found.getString(1), subject, row.knownFrom(), row.validFrom())
        .stream()
        .findFirst();
  }
}
