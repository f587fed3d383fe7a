package org.chancery.query.asof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.chancery.query.asof.Revisions.Revision;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions of answers in a table of {@code [valid_from, valid_to) x [known_from, known_to)}, both
 * half-open. Nothing is overwritten: what is no longer held gets an end in known time, so that
 * every former answer can be given again.
 */
public final class ReadModel<V> {
  /** The known time that has not ended. */
  static final long OPEN = Long.MAX_VALUE;

  private final String table;
  private final Class<V> type;
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final Changes<V> changes;
  private final Lookup lookup;

  public ReadModel(String table, Class<V> type, DataSource source, JsonMapper mapper) {
    this.table = table;
    this.type = type;
    this.jdbc = new JdbcTemplate(source);
    this.mapper = mapper;
    this.changes = new Changes<>(table);
    this.lookup = new Lookup(table, jdbc);
  }

  public String table() {
    return table;
  }

  /** Replaces what was held of a subject before a position by what is held from it on. */
  void replace(List<Version<V>> before, List<Version<V>> after, long position) {
    changes.replace(before, after, position);
  }

  /** Writes what waits; to be called in the transaction that moves the position on. */
  void flush() {
    changes.write(jdbc, mapper::writeValueAsString);
  }

  /** Drops what waits, after a failed transaction. */
  void forget() {
    changes.forget();
  }

  /** Empties the model in the caller's transaction, so that it can be built anew. */
  void clear() {
    jdbc.update("delete from " + table);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lookup.forget();
          }
        });
  }

  /** What is held of a subject. */
  public Optional<V> at(String subject, AsOf asOf) {
    return lookup.bodyOf(subject, asOf).map(this::read);
  }

  /** The page of what the selection keeps; after the first page, as of the point of the first. */
  public Page<V> list(Selection selection, AsOf asked) {
    check(selection);
    AsOf asOf = selection.after() == null ? asked : selection.after().asOf();
    Query query = new Query(selection, asOf);
    List<Listed<V>> rows =
        jdbc.query(
            query.page(table),
            (row, n) -> new Listed<>(row.getString(1), row.getString(2), read(row.getString(3))),
            query.pageParams());
    return Page.of(table, selection, rows, count(query), asOf);
  }

  /** Fails as INVALID_CURSOR where the selection goes on from a place in another list. */
  public void check(Selection selection) {
    if (selection.after() != null) {
      selection.after().in(selection.fingerprint(table));
    }
  }

  /** What the selection keeps, up to its limit, each with its place in the list. */
  public List<Placed<V>> walk(Selection selection, AsOf asOf) {
    return jdbc
        .query(
            new Query(selection, asOf).page(table),
            (row, n) ->
                new Placed<>(
                    selection.at(table, asOf, row.getString(1), row.getString(2)),
                    read(row.getString(3))),
            new Query(selection, asOf).pageParams())
        .stream()
        .limit(selection.limit())
        .toList();
  }

  /** How many the selection keeps. */
  public long count(Selection selection, AsOf asOf) {
    return count(new Query(selection, asOf));
  }

  private long count(Query query) {
    return JdbcClient.create(jdbc)
        .sql(query.count(table))
        .params(query.conditionParams())
        .query((row, n) -> row.getLong(1))
        .single();
  }

  /** The stretches of a subject's valid time as known at a position, in order. */
  public List<Stretched<V>> history(String subject, long position) {
    return jdbc.query(
        "select valid_from, valid_to, body from %s where subject = ? and known_from <= ? and"
                .formatted(table)
            + " known_to > ? order by valid_from",
        this::stretched,
        subject,
        position,
        position);
  }

  /** The same of all subjects that have the facets at some time, in the order of lists. */
  public List<Stretched<V>> histories(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    return jdbc.query(query.stretches(table), this::stretched, query.conditionParams());
  }

  /** The subjects of all that the selection keeps. */
  public Set<String> subjects(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    return Set.copyOf(
        jdbc.queryForList(query.subjects(table), String.class, query.conditionParams()));
  }

  /** What it ceased or began to hold. */
  public List<Revision> revisions(Revisions asked) {
    return asked.in(table, jdbc, mapper);
  }

  /** An answer and the days over which it holds, the last one excluded. */
  public record Stretched<V>(LocalDate from, LocalDate to, V view) {

    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  /** An item and its place in the list. */
  public record Placed<V>(Cursor place, V view) {}

  record Listed<V>(String order, String subject, V view) {}

  private Stretched<V> stretched(ResultSet row, int number) throws SQLException {
    return new Stretched<>(
        row.getObject(1, LocalDate.class),
        row.getObject(2, LocalDate.class),
        read(row.getString(3)));
  }

  private V read(String body) {
    return mapper.readValue(body, type);
  }
}
