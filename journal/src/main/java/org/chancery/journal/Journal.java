package org.chancery.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.chancery.journal.Cause.Brought;
import org.chancery.journal.Head.Point;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the journal, never beyond its durable head. */
public final class Journal {
  private static final String SELECT = "select " + EntryRow.COLUMNS + " from entry ";

  private final JdbcClient jdbc;
  private final Head head;
  private final Database database;
  private final RecordedInstants instants;
  private final NameCounts counts;
  private final Appender appender;
  private final FindingAid aid;
  private final FilteredEntries filtered;
  private @Nullable Marking marking;

  /**
   * @param marked false where its tables may be an older ledger's, which has no marks
   */
  Journal(DataSource source, Head head, Database database, Appender appender, boolean marked) {
    this.jdbc = JdbcClient.create(UnreadableJournalException.reading(source));
    this.head = head;
    this.database = database;
    this.instants = new RecordedInstants(jdbc, head);
    this.counts = new NameCounts(jdbc);
    this.appender = appender;
    this.aid = new FindingAid(jdbc, head, marked);
    this.filtered = new FilteredEntries(jdbc, head, instants, aid);
  }

  public Head head() {
    return head;
  }

  /** Has the marks follow the entries, on a thread that is ended by {@link #close}. */
  void keepMarks(DataSource source) {
    marking = new Marking(source, database, this);
  }

  /** Ends what follows the entries. */
  void close() {
    Marking running = marking;
    if (running != null) {
      running.close();
    }
  }

  /** Where entries are that have certain words. */
  FindingAid findingAid() {
    return aid;
  }

  /** True where other processes may append too. */
  public boolean isShared() {
    return database.isShared();
  }

  /** Asks the database how far the journal reaches, where another process may have appended. */
  public Point refreshedHead() {
    if (isShared()) {
      refresh();
    }
    return head.point();
  }

  /**
   * Waits until all that is given this instant or an earlier one is on the disk, and the head tells
   * of it: none that comes later is. False where the instant has not come yet by the clock that
   * gives instants, which on PostgreSQL is the database's.
   */
  public boolean settle(Instant instant) {
    return appender.settle(instant);
  }

  /** What was read may not be replicated yet, so it is not shown before that is looked into. */
  private void refresh() {
    Point known = head.point();
    Point seen = EntryRow.last(jdbc);
    if (!seen.equals(known)) {
      appender.lookInto(seen);
    }
  }

  /** The entry at a position, if there is one. */
  public Optional<Entry> at(long position) {
    return jdbc.sql(SELECT + "where position = ? and position <= ?")
        .params(position, head.position())
        .query(EntryRow::read)
        .optional();
  }

  /** The id of the entry at a position, if there is one. */
  public Optional<String> idAt(long position) {
    return jdbc.sql("select id from entry where position = ? and position <= ?")
        .params(position, head.position())
        .query(String.class)
        .optional();
  }

  /** The next entries after a position, in order. */
  public List<Entry> after(long position, int limit) {
    return jdbc.sql(SELECT + "where position > ? and position <= ? order by position limit ?")
        .params(position, head.position(), limit)
        .query(EntryRow::read)
        .list();
  }

  /** Those after a position and up to another, it included, that the filter keeps, in order. */
  public List<Entry> between(long position, long last, int limit, EntryFilter filter) {
    return filtered.between(position, last, limit, filter);
  }

  /** The last of them, newest first. */
  public List<Entry> latest(long position, long last, int limit, EntryFilter filter) {
    return filtered.latest(position, last, limit, filter);
  }

  /** How many of them there are; where all are kept, positions tell, for they leave no gaps. */
  public long count(long position, long last, EntryFilter filter) {
    return filtered.count(position, last, filter);
  }

  /** A subject's entries from a version on (counted from 0, as Axon does), in order. */
  public List<Entry> ofSubject(String subject, long fromSequence, int limit) {
    return jdbc.sql(
            SELECT + "where subject = ? and version > ? and position <= ? order by version limit ?")
        .params(subject, fromSequence, head.position(), limit)
        .query(EntryRow::read)
        .list();
  }

  /** The subjects of a concept that have entries, by name. */
  public List<String> subjectsOf(String concept) {
    return jdbc.sql(
            "select distinct subject from entry where subject >= ? and subject < ? and position <="
                + " ? order by subject")
        .params(concept + "/", concept + "0", head.position())
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** The same of those that had entries by a position; at most so many. */
  public List<String> subjectsOf(String concept, long last, int limit) {
    return jdbc.sql(
            "select subject from entry where subject >= ? and subject < ? and version = 1"
                + " and position <= ? order by subject limit ?")
        .params(concept + "/", concept + "0", Math.min(last, head.position()), limit)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** The subject's version, 0 where it has no entry. */
  public long versionOf(Subject subject) {
    return versionOf(subject, head.position());
  }

  /** The version that the subject had at a position. */
  public long versionOf(Subject subject, long position) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from entry where subject = ? and position <= ?")
        .params(subject.toString(), Math.min(position, head.position()))
        .query(Long.class)
        .single();
  }

  /**
   * On what a decision rests, as the database holds it at this moment, shown or not.
   *
   * @param registry the position of the last entry on a subject of the {@link Registry}
   * @param version the subject's
   */
  public record Footing(long registry, long version) {}

  /** On what a decision on the subject rests. */
  public Footing footing(Subject subject) {
    return jdbc.sql(
            "select registry, (select coalesce(max(version), 0) from entry where subject = ?)"
                + " from head")
        .param(subject.toString())
        .query((row, n) -> new Footing(row.getLong(1), row.getLong(2)))
        .single();
  }

  /** The subjects on which there are entries after a position and up to another. */
  public List<Subject> subjects(long position, long last) {
    return jdbc.sql("select distinct subject from entry where position > ? and position <= ?")
        .params(position, Math.min(last, head.position()))
        .query((row, n) -> Subject.parse(row.getString(1)))
        .list();
  }

  /**
   * How a subject stood at a position.
   *
   * @param version how many entries it had
   * @param recordedAt when the last of them was recorded
   */
  public record Standing(long version, Instant recordedAt) {}

  /** How the subjects stood at a position, by their paths; without those that had no entry. */
  public Map<String, Standing> standing(Collection<String> subjects, long position) {
    Map<String, Standing> standing = new HashMap<>();
    RowCallbackHandler row =
        found ->
            standing.put(
                found.getString(1), new Standing(found.getLong(2), EntryRow.instant(found, 3)));
    if (!subjects.isEmpty()) {
      jdbc.sql(
              "select subject, max(version), max(recorded_at) from entry where subject in"
                  + " (:subjects) and position <= :last group by subject")
          .param("subjects", subjects)
          .param("last", Math.min(position, head.position()))
          .query(row);
    }
    return standing;
  }

  /** The entries that a command made, in order; empty where it was never executed. */
  public List<Entry> ofCommand(CommandKey key) {
    return jdbc.sql(
            SELECT + "where command_id = ? and recorded_by = ? and position <= ? order by ordinal")
        .params(key.id(), key.principal(), head.position())
        .query(EntryRow::read)
        .list();
  }

  /** Those of the commands that were executed. */
  public Set<CommandKey> executed(Collection<CommandKey> keys) {
    Set<CommandKey> executed = new HashSet<>();
    keys.stream()
        .collect(groupingBy(CommandKey::principal, mapping(CommandKey::id, toSet())))
        .forEach(
            (by, ids) ->
                among(ids, "command_id", "ordinal = 0 and recorded_by = :by", Map.of("by", by))
                    .forEach(id -> executed.add(new CommandKey(by, id))));
    return executed;
  }

  /** Those of the subjects that have entries. */
  public Set<String> recorded(Collection<String> subjects) {
    return among(subjects, "subject", "version = 1", Map.of());
  }

  /** H2 finds a list of values by an index, an array of them it does not. */
  private Set<String> among(
      Collection<String> values, String column, String first, Map<String, String> params) {
    return values.isEmpty()
        ? Set.of()
        : jdbc.sql(
                "select %s from entry where %s in (:values) and %s and position <= :last"
                    .formatted(column, column, first))
            .param("values", values)
            .params(params)
            .param("last", head.position())
            .query((row, n) -> row.getString(1))
            .set();
  }

  /** The last position recorded at or before the instant, 0 where there is none. */
  public long positionAt(Instant instant) {
    return instants.lastUpTo(instant);
  }

  /** How many entries there are of each name up to a position. */
  public Map<String, Long> countsByName(long last) {
    return counts.upTo(Math.min(last, head.position()));
  }

  /** The same after a position, of those that the filter keeps. */
  public Map<String, Long> countsByName(long position, long last, EntryFilter filter) {
    EntryConditions conditions = new EntryConditions(filter);
    Map<String, Long> counts = new TreeMap<>();
    RowCallbackHandler count = row -> counts.put(row.getString(1), row.getLong(2));
    jdbc.sql(
            "select name, count(*) from entry where position > :after and position <= :last"
                + conditions.sql()
                + " group by name")
        .param("after", position)
        .param("last", Math.min(last, head.position()))
        .params(conditions.params())
        .query(count);
    return counts;
  }

  /** The same of each concept, by its name in the paths of subjects. */
  public Map<String, Map<String, Long>> countsByConcept(
      long position, long last, EntryFilter filter) {
    EntryConditions conditions = new EntryConditions(filter);
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    RowCallbackHandler count =
        row ->
            counts
                .computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                .put(row.getString(2), row.getLong(3));
    jdbc.sql(
            "select concept, name, count(*) from (select regexp_replace(subject, '/.*', '') as"
                + " concept, name from entry where position > :after and position <= :last"
                + conditions.sql()
                + ") counted group by concept, name")
        .param("after", position)
        .param("last", Math.min(last, head.position()))
        .params(conditions.params())
        .query(count);
    return counts;
  }

  /** How many there are of each cause, name and concept, after a position and up to another. */
  public List<Brought> causes(long position, long last, EntryFilter filter) {
    EntryConditions conditions = new EntryConditions(filter);
    return jdbc.sql(
            "select run, document, grantor, name, concept, count(*), min(position), max(position)"
                + " from (select position, name, regexp_replace(subject, '/.*', '') as concept, "
                + Cause.COLUMNS
                + " from entry where position > :after and position <= :last"
                + conditions.sql()
                + ") brought group by run, document, grantor, name, concept")
        .param("after", position)
        .param("last", Math.min(last, head.position()))
        .params(conditions.params())
        .query(
            (row, n) ->
                new Brought(
                    new Cause(row.getString(1), row.getString(2), row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8)))
        .list();
  }
}
