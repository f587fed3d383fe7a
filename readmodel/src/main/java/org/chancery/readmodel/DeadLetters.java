package org.chancery.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The entries that one table of a read model lacks: those that its projection could not take in,
 * and those of the same subjects after them, for their order matters.
 */
final class DeadLetters {
  private static final int LONGEST = 2_000;
  private static final int MOST_TOLD = 100;

  private final Map<String, NavigableSet<Long>> kept = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final List<DeadLetter> fresh = new ArrayList<>();
  private volatile boolean byOtherSubjects;

  /** The rows stand under other subjects than those of the entries that they come from. */
  void keepByOtherSubjects() {
    byOtherSubjects = true;
  }

  /** True where an entry of the subject waits, so that a later one has to wait too. */
  boolean holds(String subject) {
    return held.contains(subject);
  }

  /** Parks an entry; it is kept once {@link #keep} is told so. */
  void add(long position, String subject, Throwable cause) {
    add(position, subject, cause.toString());
  }

  /** Parks an entry because an earlier one of its subject is. */
  void addBehind(long position, String subject) {
    add(position, subject, "an earlier entry of " + subject + " is parked");
  }

  private void add(long position, String subject, String cause) {
    held.add(subject);
    String told = cause.replace('\0', ' ');
    fresh.add(
        new DeadLetter(
            position,
            subject,
            told.substring(0, Math.min(LONGEST, told.length())),
            Instant.now().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Those parked since the last call, to be written. */
  List<DeadLetter> drain() {
    List<DeadLetter> drained = List.copyOf(fresh);
    fresh.clear();
    return drained;
  }

  /** They are written, and from now on missing in answers. */
  void keep(Collection<DeadLetter> written) {
    written.forEach(
        entry -> {
          held.add(entry.subject());
          kept.computeIfAbsent(entry.subject(), _ -> new ConcurrentSkipListSet<>())
              .add(entry.position());
        });
  }

  /** Lets the subject's entries be taken in again; {@link #forget} takes that back. */
  void release(String subject) {
    held.remove(subject);
  }

  /** They are in the rows now, or written anew. */
  void released(String subject, Collection<DeadLetter> again) {
    kept.remove(subject);
    keep(again);
  }

  /** Takes back what was not written. */
  void forget() {
    fresh.clear();
    held.clear();
    held.addAll(kept.keySet());
  }

  /** These are written, and no others. No answer meanwhile is without one that it lacks. */
  void are(Collection<DeadLetter> written) {
    keep(written);
    Map<String, Set<Long>> positions =
        written.stream()
            .collect(
                Collectors.groupingBy(
                    DeadLetter::subject,
                    Collectors.mapping(DeadLetter::position, Collectors.toSet())));
    kept.keySet().retainAll(positions.keySet());
    kept.forEach((subject, held) -> held.retainAll(positions.getOrDefault(subject, Set.of())));
    forget();
  }

  /** Nothing is parked any more: the table was emptied. */
  void clear() {
    kept.clear();
    forget();
  }

  /** The subjects of which entries wait. */
  List<String> subjects() {
    return kept.keySet().stream().sorted().toList();
  }

  /** The first entry of the subject that waits. */
  long first(String subject) {
    return kept.getOrDefault(subject, new ConcurrentSkipListSet<>(List.of(Long.MAX_VALUE))).first();
  }

  int size() {
    return kept.values().stream().mapToInt(Set::size).sum();
  }

  /** Which entries an answer about the subject lacks, as known at a position. */
  List<Long> lacking(String subject, long position) {
    if (kept.isEmpty()) {
      return List.of();
    }
    Set<Long> positions = kept.get(subject);
    return positions != null
        ? told(positions.stream(), position)
        : byOtherSubjects ? lacking(position) : List.of();
  }

  /** Which entries a list may lack, as known at a position; the first hundred. */
  List<Long> lacking(long position) {
    return kept.isEmpty() ? List.of() : told(kept.values().stream().flatMap(Set::stream), position);
  }

  private static List<Long> told(Stream<Long> positions, long known) {
    return positions.filter(at -> at <= known).sorted().limit(MOST_TOLD).toList();
  }

  /**
   * An entry that a read model lacks.
   *
   * @param subject what it is about, as a path
   * @param cause what went wrong, in one text
   * @param since recorded time at which it was parked first
   */
  record DeadLetter(long position, String subject, String cause, Instant since) {

    DeadLetter since(Instant earlier) {
      return new DeadLetter(position, subject, cause, earlier);
    }
  }

  /** Dead letters as they outlast a restart, with the table that lacks them. */
  static final class DeadLetterTable {
    private static final String SELECT =
        "select position, subject, cause, since from parked where kept_in = ?";

    private final JdbcTemplate jdbc;

    DeadLetterTable(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    List<DeadLetter> of(String table) {
      return jdbc.query(SELECT + " order by position", DeadLetterTable::read, table);
    }

    List<DeadLetter> of(String table, int limit) {
      return jdbc.query(SELECT + " order by position limit ?", DeadLetterTable::read, table, limit);
    }

    List<DeadLetter> of(String table, String subject) {
      return jdbc.query(SELECT + " and subject = ?", DeadLetterTable::read, table, subject);
    }

    void insert(String table, Collection<DeadLetter> entries) {
      if (!entries.isEmpty()) {
        jdbc.batchUpdate(
            "insert into parked (kept_in, position, subject, cause, since) values (?,?,?,?,?)",
            entries,
            entries.size(),
            (insert, entry) -> {
              insert.setString(1, table);
              insert.setLong(2, entry.position());
              insert.setString(3, entry.subject());
              insert.setString(4, entry.cause());
              insert.setObject(5, entry.since().atOffset(ZoneOffset.UTC));
            });
      }
    }

    void delete(String table, String subject) {
      jdbc.update("delete from parked where kept_in = ? and subject = ?", table, subject);
    }

    void deleteAfter(String table, long position) {
      jdbc.update("delete from parked where kept_in = ? and position > ?", table, position);
    }

    void clear(String table) {
      jdbc.update("delete from parked where kept_in = ?", table);
    }

    private static DeadLetter read(ResultSet row, int number) throws SQLException {
      return new DeadLetter(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          row.getObject(4, OffsetDateTime.class).toInstant());
    }
  }
}
