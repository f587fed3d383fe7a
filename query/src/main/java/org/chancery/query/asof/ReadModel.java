package org.chancery.query.asof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.chancery.query.asof.Revisions.Revision;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions of answers in a table of {@code [valid_from, valid_to) x [known_from, known_to)}, both
 * half-open. Nothing is overwritten: what is no longer held gets an end in known time, so that
 * every former answer can be given again.
 */
public final class ReadModel<V> {
  /** The known time that has not ended. */
  static final long OPEN = Long.MAX_VALUE;

  private final String name;
  private final Class<V> type;
  private final JdbcTemplate jdbc;
  private final JsonMapper mapper;
  private final ObjectWriter writer;
  private final Generations generations;

  public ReadModel(String name, Class<V> type, DataSource source, JsonMapper mapper) {
    this.name = name;
    this.type = type;
    this.jdbc = new JdbcTemplate(source);
    this.mapper = mapper;
    this.writer = mapper.writerFor(type);
    this.generations = new Generations(name, jdbc);
  }

  public String name() {
    return name;
  }

  /** The tables that hold it. */
  Generations generations() {
    return generations;
  }

  /** The table that answers. */
  String table() {
    return generations.live().table();
  }

  /** An answer as it is kept. */
  String body(V view) {
    return writer.writeValueAsString(view);
  }

  /** The same, as it is compared. */
  Map<String, Object> asJson(V view) {
    return mapper.readValue(body(view), Revisions.ANSWER);
  }

  /** What is held of a subject. */
  public Optional<V> at(String subject, AsOf asOf) {
    return generations.reading(
        asOf.position(),
        held -> {
          Behind.note(() -> held.parked().lacking(subject, asOf.position()));
          return held.lookup().bodyOf(subject, asOf).map(this::read);
        });
  }

  /** The page of what the selection keeps; after the first page, as of the point of the first. */
  public Page<V> list(Selection selection, AsOf asked) {
    check(selection);
    AsOf asOf = selection.after() == null ? asked : selection.after().asOf();
    Query query = new Query(selection, asOf);
    return listing(
        asOf, table -> Page.of(name, selection, rows(query, table), count(query, table), asOf));
  }

  private List<Listed<V>> rows(Query query, String table) {
    return jdbc.query(
        query.page(table),
        (row, n) -> new Listed<>(row.getString(1), row.getString(2), read(row.getString(3))),
        query.pageParams());
  }

  /** Reads all of a list from one table, and notes what it may lack. */
  private <T> T listing(AsOf asOf, Function<String, T> query) {
    return generations.reading(
        asOf.position(),
        held -> {
          Behind.note(() -> held.parked().lacking(asOf.position()));
          return query.apply(held.table());
        });
  }

  /** Fails as INVALID_CURSOR where the selection goes on from a place in another list. */
  public void check(Selection selection) {
    if (selection.after() != null) {
      selection.after().in(selection.fingerprint(name));
    }
  }

  /** What the selection keeps, up to its limit, each with its place in the list. */
  public List<Placed<V>> walk(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    return listing(asOf, table -> rows(query, table)).stream()
        .limit(selection.limit())
        .map(row -> new Placed<>(selection.at(name, asOf, row.order(), row.subject()), row.view()))
        .toList();
  }

  /** How many the selection keeps. */
  public long count(Selection selection, AsOf asOf) {
    return listing(asOf, table -> count(new Query(selection, asOf), table));
  }

  private long count(Query query, String table) {
    return JdbcClient.create(jdbc)
        .sql(query.count(table))
        .params(query.conditionParams())
        .query((row, n) -> row.getLong(1))
        .single();
  }

  /** The stretches of a subject's valid time as known at a position, in order. */
  public List<Stretched<V>> history(String subject, long position) {
    return generations.reading(
        position,
        held -> {
          Behind.note(() -> held.parked().lacking(subject, position));
          return jdbc.query(
              "select valid_from, valid_to, body from %s where subject = ? and known_from <= ? and"
                      .formatted(held.table())
                  + " known_to > ? order by valid_from",
              this::stretched,
              subject,
              position,
              position);
        });
  }

  /** The same of all subjects that have the facets at some time, in the order of lists. */
  public List<Stretched<V>> histories(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    return listing(
        asOf,
        table -> jdbc.query(query.stretches(table), this::stretched, query.conditionParams()));
  }

  /** The subjects of all that the selection keeps. */
  public Set<String> subjects(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    return listing(
        asOf,
        table ->
            Set.copyOf(
                jdbc.queryForList(query.subjects(table), String.class, query.conditionParams())));
  }

  /** What it ceased or began to hold. */
  public List<Revision> revisions(Revisions asked) {
    return generations.reading(
        asked.last(),
        held -> {
          Behind.note(() -> held.parked().lacking(asked.subject(), asked.last()));
          return asked.in(held.table(), jdbc, mapper);
        });
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
        LocalDate.ofEpochDay(row.getLong(1)),
        LocalDate.ofEpochDay(row.getLong(2)),
        read(row.getString(3)));
  }

  private V read(String body) {
    return mapper.readValue(body, type);
  }
}
