package org.chancery.readmodel;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.Database;
import org.chancery.readmodel.ClosedRows.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the one row of a subject that holds at a point in both times: among those remembered; by
 * the index, if it is still held; or among those that ended, of which an index in one order can
 * rule out too few.
 */
final class PointLookup {
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
  PointLookup(String table, JdbcTemplate jdbc) {
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
    Remembered all =
        known.with(jdbc.query(this.all, PointLookup::row, subject, known.ended().last()));
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

  /**
   * What is remembered of the rows of one subject.
   *
   * @param ended rows that will not change any more
   * @param held the others; null where they changed since, or were never read. Where they are
   *     known, all rows are.
   */
  private record Remembered(ClosedRows ended, @Nullable OpenRows held) {
    static final Remembered NOTHING = new Remembered(ClosedRows.NONE, null);

    boolean isAll() {
      return held != null;
    }

    Optional<Row> at(AsOf asOf) {
      Optional<Row> found = held == null ? Optional.empty() : held.at(asOf.on(), asOf.position());
      return found.isPresent() ? found : ended.at(asOf);
    }

    /** With all rows that ended since, and all that are held. */
    Remembered with(List<Row> rows) {
      var open = rows.stream().collect(Collectors.partitioningBy(Remembered::isOpen));
      return new Remembered(
          ended.and(open.getOrDefault(false, List.of())),
          new OpenRows(open.getOrDefault(true, List.of())));
    }

    private static boolean isOpen(Row row) {
      return row.knownTo() == ReadModel.OPEN;
    }

    Remembered changed() {
      return new Remembered(ended, null);
    }

    int size() {
      return ended.size() + (held == null ? 0 : held.size());
    }
  }

  /**
   * Where the rows of one subject stand that are still held, of which no two overlap in valid time.
   * Immutable.
   */
  private static final class OpenRows {
    private final Row[] rows;
    private final long[] froms;

    OpenRows(List<Row> rows) {
      this.rows =
          rows.stream().sorted(Comparator.comparingLong(Row::validFrom)).toArray(Row[]::new);
      this.froms = Arrays.stream(this.rows).mapToLong(Row::validFrom).toArray();
    }

    int size() {
      return rows.length;
    }

    Optional<Row> at(LocalDate on, long position) {
      long day = on.toEpochDay();
      int found = Arrays.binarySearch(froms, day);
      int last = found < 0 ? -found - 2 : found;
      return last >= 0 && rows[last].holds(day, position)
          ? Optional.of(rows[last])
          : Optional.empty();
    }
  }

  /** Where the rows of the subjects last asked for stand; of so many rows at most. */
  private static final class Memory {
    private static final long ROWS = 100_000;
    private static final int STRIPES = 1 << 10;

    private final ConcurrentMap<String, Remembered> subjects =
        Caffeine.newBuilder()
            .maximumWeight(ROWS)
            .weigher((String subject, Remembered rows) -> rows.size())
            .executor(Runnable::run)
            .build()
            .asMap();
    private final AtomicIntegerArray ages = new AtomicIntegerArray(STRIPES);

    /** How often it was told of changes that may be the subject's. */
    int age(String subject) {
      return ages.get(stripe(subject));
    }

    private static int stripe(String subject) {
      return subject.hashCode() & (STRIPES - 1);
    }

    Remembered of(String subject) {
      return subjects.getOrDefault(subject, Remembered.NOTHING);
    }

    /** Keeps what was read at an age, unless the subject may have changed since. */
    void keep(String subject, Remembered read, int age) {
      subjects.compute(subject, (_, before) -> age(subject) == age ? read : before);
    }

    /** The subjects' rows have changed. They age first: what was read before is not kept then. */
    void changed(Stream<String> changed) {
      changed.forEach(
          subject -> {
            ages.incrementAndGet(stripe(subject));
            subjects.computeIfPresent(subject, (_, before) -> before.changed());
          });
    }

    void forget() {
      for (int stripe = 0; stripe < STRIPES; stripe++) {
        ages.incrementAndGet(stripe);
      }
      subjects.clear();
    }
  }
}
