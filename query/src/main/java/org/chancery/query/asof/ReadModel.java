package org.chancery.query.asof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.query.asof.Version.Start;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final Map<Start, Row<V>> opened = new LinkedHashMap<>();
  private final List<Row<V>> passed = new ArrayList<>();
  private final List<Closing> closed = new ArrayList<>();

  /** A row that waits to be written. */
  private record Row<V>(Version<V> version, long knownFrom, long knownTo) {}

  private record Closing(Start start, long knownTo) {}

  public ReadModel(String table, Class<V> type, DataSource source, JsonMapper mapper) {
    this.table = table;
    this.type = type;
    this.jdbc = new JdbcTemplate(source);
    this.mapper = mapper;
  }

  public String table() {
    return table;
  }

  /** Replaces what was held of a subject before a position by what is held from it on. */
  void replace(List<Version<V>> before, List<Version<V>> after, long position) {
    Map<Start, Version<V>> held = byKey(before);
    Map<Start, Version<V>> holds = byKey(after);
    held.forEach(
        (start, version) -> {
          if (!version.equals(holds.get(start))) {
            close(start, position);
          }
        });
    holds.forEach(
        (start, version) -> {
          if (!version.equals(held.get(start))) {
            opened.put(start, new Row<>(version, position, OPEN));
          }
        });
  }

  private static <V> Map<Start, Version<V>> byKey(List<Version<V>> versions) {
    Map<Start, Version<V>> byKey = new LinkedHashMap<>();
    versions.forEach(version -> byKey.put(version.start(), version));
    return byKey;
  }

  private void close(Start start, long position) {
    Row<V> pending = opened.remove(start);
    if (pending == null) {
      closed.add(new Closing(start, position));
    } else if (pending.knownFrom() < position) {
      passed.add(new Row<>(pending.version(), pending.knownFrom(), position));
    }
  }

  /** Writes what waits; to be called in the transaction that moves the position on. */
  void flush() {
    jdbc.batchUpdate(
        "update %s set known_to = ? where subject = ? and known_to = %d and valid_from = ?"
            .formatted(table, OPEN),
        closed,
        Math.max(1, closed.size()),
        ReadModel::bind);
    passed.addAll(opened.values());
    jdbc.batchUpdate(
        "insert into %s (subject, known_to, valid_from, valid_to, known_from, sort_key, first_day,"
                .formatted(table)
            + " last_day, facets, body) values (?,?,?,?,?,?,?,?,?,?)",
        passed,
        Math.max(1, passed.size()),
        this::bind);
    forget();
  }

  /** Drops what waits, after a failed transaction. */
  void forget() {
    opened.clear();
    passed.clear();
    closed.clear();
  }

  /** Empties the model, so that it can be built anew. */
  void clear() {
    jdbc.update("delete from " + table);
  }

  /** What is held of a subject. */
  public Optional<V> at(String subject, AsOf asOf) {
    Optional<V> open =
        find(
            "known_to = %d and valid_from <= ? and valid_to > ? and known_from <= ?"
                .formatted(OPEN),
            "valid_from desc",
            subject,
            asOf.on(),
            asOf.on(),
            asOf.position());
    return open.isPresent()
        ? open
        : find(
            "known_to > ? and known_to < %d and known_from <= ? and valid_from <= ? and valid_to > ?"
                .formatted(OPEN),
            "known_to",
            subject,
            asOf.position(),
            asOf.position(),
            asOf.on(),
            asOf.on());
  }

  private Optional<V> find(String condition, String order, Object... params) {
    List<V> found =
        jdbc.query(
            "select body from %s where subject = ? and %s order by %s limit 1"
                .formatted(table, condition, order),
            (row, n) -> read(row.getString(1)),
            params);
    return found.stream().findFirst();
  }

  /** The page of what the selection keeps. */
  public Page<V> list(Selection selection, AsOf asOf) {
    Query query = new Query(selection, asOf);
    long total = count(query);
    List<Listed<V>> rows =
        jdbc.query(
            query.page(table),
            (row, n) -> new Listed<>(row.getString(1), row.getString(2), read(row.getString(3))),
            query.pageParams());
    return Page.of(rows, selection.limit(), total, asOf);
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
        (row, n) ->
            new Stretched<>(
                row.getObject(1, LocalDate.class),
                row.getObject(2, LocalDate.class),
                read(row.getString(3))),
        subject,
        position,
        position);
  }

  /** An answer and the days over which it holds, the last one excluded. */
  public record Stretched<V>(LocalDate from, LocalDate to, V view) {}

  record Listed<V>(String order, String subject, V view) {}

  private V read(String body) {
    return mapper.readValue(body, type);
  }

  private static void bind(PreparedStatement update, Closing closing) throws SQLException {
    update.setLong(1, closing.knownTo());
    update.setString(2, closing.start().subject());
    update.setObject(3, closing.start().from());
  }

  private void bind(PreparedStatement insert, Row<V> row) throws SQLException {
    Version<V> version = row.version();
    insert.setString(1, version.subject());
    insert.setLong(2, row.knownTo());
    insert.setObject(3, version.from());
    insert.setObject(4, version.to());
    insert.setLong(5, row.knownFrom());
    insert.setString(6, version.order());
    insert.setObject(7, version.happens() == null ? null : version.happens().earliest());
    insert.setObject(8, version.happens() == null ? null : version.happens().latest());
    insert.setString(9, Facet.text(version.facets()));
    insert.setString(10, mapper.writeValueAsString(version.view()));
  }
}
