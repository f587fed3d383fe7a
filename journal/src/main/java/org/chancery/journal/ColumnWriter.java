package org.chancery.journal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/**
 * Sends all in one statement that commits itself: PostgreSQL lies beyond a wire, which is crossed
 * once instead of three times, and what is inserted depends on the head's move. Many entries are an
 * array a column, which is fewer messages; a lone one is spared the taking apart.
 */
final class ColumnWriter implements EntryWriter {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("position", "int8", Entry::position),
          new Column("id", "text", Entry::id),
          new Column("subject", "text", entry -> entry.subject().toString()),
          new Column("version", "int8", Entry::version),
          new Column("name", "text", Entry::name),
          new Column("revision", "int4", Entry::revision),
          new Column("recorded_at", "timestamptz", entry -> entry.recordedAt().toString()),
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

  private static final String MOVED = "with moved as (" + EntryRow.MOVE_HEAD + " returning 1) ";

  private static final String ONE =
      "%sinsert into entry (%s) select %s from moved"
          .formatted(MOVED, eachColumn("%1$s"), eachColumn("?"));

  private static final String MANY =
      "%sinsert into entry (%s) select given.* from moved, unnest(%s) given"
          .formatted(MOVED, eachColumn("%1$s"), eachColumn("?::%2$s[]"));

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
  public void write(Connection connection, Point from, List<Entry> entries, boolean begun)
      throws SQLException {
    boolean atOnce = !begun && end(entries, 0) == entries.size();
    connection.setAutoCommit(atOnce);
    try {
      if (entries.size() == 1) {
        one(connection, from, entries);
      } else {
        many(connection, from, entries);
      }
      if (!atOnce) {
        connection.commit();
      }
    } finally {
      connection.setAutoCommit(false);
    }
  }

  private static void one(Connection connection, Point from, List<Entry> lone) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(ONE)) {
      EntryRow.bindMove(write, from, lone);
      EntryRow.bind(write, EntryRow.MOVE, lone.getFirst());
      EntryWriter.requireMoved(write.executeUpdate() == 1);
    }
  }

  private static void many(Connection connection, Point from, List<Entry> entries)
      throws SQLException {
    Point before = from;
    try (PreparedStatement write = connection.prepareStatement(MANY)) {
      for (int next = 0; next < entries.size(); next = end(entries, next)) {
        List<Entry> part = entries.subList(next, end(entries, next));
        EntryRow.bindMove(write, before, part);
        before = new Point(part.getLast().position(), part.getLast().recordedAt());
        int parameter = EntryRow.MOVE;
        for (Column column : COLUMNS) {
          write.setArray(++parameter, connection.createArrayOf(column.type(), column.of(part)));
        }
        EntryWriter.requireMoved(write.executeUpdate() == part.size());
      }
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
}
