package org.chancery.journal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/**
 * Claims positions and writes at them in one statement that commits itself: PostgreSQL lies beyond
 * a wire, which is crossed once instead of three times. Many entries are an array a column, which
 * is fewer messages; a lone one is spared the taking apart.
 */
final class ColumnWriter implements EntryWriter {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "text", Entry::id),
          new Column("subject", "text", entry -> entry.subject().toString()),
          new Column("version", "int8", Entry::version),
          new Column("name", "text", Entry::name),
          new Column("revision", "int4", Entry::revision),
          new Column("ordinal", "int4", Entry::ordinal),
          new Column("command_id", "text", entry -> entry.attribution().commandId()),
          new Column("command", "text", entry -> entry.attribution().command()),
          new Column("digest", "text", entry -> entry.attribution().digest()),
          new Column("recorded_by", "text", entry -> entry.attribution().recordedBy()),
          new Column("authority", "text", entry -> entry.attribution().authority()),
          new Column("rationale", "text", entry -> entry.attribution().rationale()),
          new Column("sources", "text", entry -> entry.attribution().sources()),
          new Column("correlation", "text", entry -> entry.attribution().correlation()),
          new Column("causation", "text", entry -> entry.attribution().causation()),
          new Column("payload", "text", Entry::payload));

  private static final String NAMES = eachColumn("%1$s");

  private static final String CLAIMED =
      "with claimed as (update head"
          + " set position = position + ?, recorded_at = greatest(recorded_at, ?)"
          + " returning position, recorded_at)";

  private static final String INSERT =
      "insert into entry (position, recorded_at, %s) select ".formatted(NAMES);

  private static final String ONE =
      "%s %s position, recorded_at, %s from claimed returning position, recorded_at"
          .formatted(CLAIMED, INSERT, eachColumn("?::%2$s"));

  private static final String MANY =
      ("%s, written as (%s claimed.position - ? + place, claimed.recorded_at, %s"
              + " from claimed, unnest(%s) with ordinality as row (%3$s, place))"
              + " select position, recorded_at from claimed")
          .formatted(CLAIMED, INSERT, NAMES, eachColumn("?::%2$s[]"));

  /** Characters that one statement carries at most, unless a single entry has more. */
  private static final int LIMIT = 8_000_000;

  private record Column(String name, String type, Function<Entry, @Nullable Object> value) {

    @Nullable Object[] of(List<Entry> entries) {
      return entries.stream().map(value).toArray();
    }
  }

  private static String eachColumn(String form) {
    return COLUMNS.stream()
        .map(column -> form.formatted(column.name(), column.type()))
        .collect(joining(", "));
  }

  @Override
  public Point write(Connection connection, List<Entry> entries, Instant now) throws SQLException {
    connection.setAutoCommit(end(entries, 0) == entries.size());
    try {
      return entries.size() == 1
          ? one(connection, entries.getFirst(), now)
          : many(connection, entries, now);
    } finally {
      connection.setAutoCommit(false);
    }
  }

  private static Point one(Connection connection, Entry entry, Instant now) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(ONE)) {
      int parameter = 3;
      for (Column column : COLUMNS) {
        write.setObject(parameter++, column.value().apply(entry));
      }
      return EntryWriter.claim(write, 1, now);
    }
  }

  private static Point many(Connection connection, List<Entry> entries, Instant now)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(MANY)) {
      int from = 0;
      while (true) {
        int to = end(entries, from);
        bind(write, connection, entries.subList(from, to));
        Point head = EntryWriter.claim(write, to - from, now);
        if (to == entries.size()) {
          commit(connection);
          return head;
        }
        from = to;
      }
    }
  }

  private static void commit(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private static int end(List<Entry> entries, int from) {
    long length = 0;
    int to = from;
    while (to < entries.size() && (to == from || length + length(entries.get(to)) <= LIMIT)) {
      length += length(entries.get(to++));
    }
    return to;
  }

  private static long length(Entry entry) {
    return (long) entry.payload().length() + entry.attribution().sources().length();
  }

  private static void bind(PreparedStatement write, Connection connection, List<Entry> entries)
      throws SQLException {
    write.setLong(3, entries.size());
    int parameter = 4;
    for (Column column : COLUMNS) {
      write.setArray(parameter++, connection.createArrayOf(column.type(), column.of(entries)));
    }
  }
}
