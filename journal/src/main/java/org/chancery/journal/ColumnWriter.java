package org.chancery.journal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/**
 * Sends all in one message that commits itself: PostgreSQL lies beyond a wire, which is crossed
 * once instead of three times. The statement claims positions and an instant by moving the head on,
 * and inserts only where that moved. Many entries are an array a column, which is fewer messages; a
 * lone one is spared the taking apart.
 *
 * <p>A statement sees the entries that stood when it began. Where it has to wait for another
 * process that moves the head, the head that it then finds is ahead of those, and it writes
 * nothing. So where others append, the head is locked first, by a statement of its own in the same
 * message.
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

  private static final String LOCK = "select 1 from head for update; ";

  /**
   * Moves the head on by as many as are written, if the entries end there, what is known stands and
   * the registry is no later than what was learnt. The instant is later than every earlier one,
   * whatever became of the clock. The head is looked for where this process left it, and only else
   * among all its versions: while somebody reads a snapshot for long, none of them is cleared away.
   */
  private static final String CLAIM =
      "with moved as (update head set position = position + ?, recorded_at ="
          + " greatest(recorded_at + interval '1 microsecond', clock_timestamp()), registry ="
          + " case when ? then position + ? else registry end where ctid = coalesce("
          + "(select ctid from head where ctid = ?), (select ctid from head)) and position = "
          + EntryRow.END
          + " and registry <= ? and ((position = ? and recorded_at = ?) or ? = 0 or exists (select"
          + " from entry where position = ? and recorded_at = ?)) returning position, recorded_at,"
          + " ctid as place) ";

  private static final int CLAIM_PARAMETERS = 10;

  /** What was claimed is filled up part by part. */
  private static final String CLAIMED =
      "with moved as (select position, recorded_at, ctid as place from head) ";

  private static final String ONE =
      ("insert into entry (position, recorded_at, %s) select position, recorded_at, %s from moved"
              + " returning position, recorded_at, (select place from moved), 1")
          .formatted(eachColumn("%1$s"), eachColumn("?"));

  /**
   * The first parameter is how many of those claimed are yet to come, these included. One row tells
   * of all: a row for each would be read for nothing.
   */
  private static final String MANY =
      (", written as (insert into entry (position, recorded_at, %1$s) select moved.position - ? +"
              + " given.n, moved.recorded_at, %2$s from moved, unnest(%3$s) with ordinality"
              + " given(%1$s, n) returning 1) select position, recorded_at, place,"
              + " (select count(*) from written) from moved")
          .formatted(eachColumn("%1$s"), eachColumn("given.%1$s"), eachColumn("?::%2$s[]"));

  private static final String NOWHERE = "(0,0)";

  /** Characters that one statement carries at most, unless a single entry has more. */
  private static final int LIMIT = 8_000_000;

  /** True while other processes append: what was found at the last attempt. */
  private boolean contended;

  /** Where the head's row was left by the last append. */
  private String place = NOWHERE;

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
  public Point write(
      Connection connection, Point known, long learnt, List<Entry> entries, boolean begun)
      throws SQLException {
    boolean atOnce = !begun && end(entries, 0) == entries.size();
    connection.setAutoCommit(atOnce);
    try {
      Terms terms = new Terms(known, learnt, EntryWriter.register(entries), entries.size(), place);
      Point last = claimed(connection, terms, entries, contended && !begun);
      contended = begun ? contended : last.position() - entries.size() != known.position();
      if (!atOnce) {
        AppendConnection.commit(connection);
      }
      return last;
    } catch (HeadMovedException moved) {
      contended = true;
      throw moved;
    } finally {
      connection.setAutoCommit(false);
    }
  }

  /**
   * What a claim asks for, and on which terms.
   *
   * @param registers true where it moves the registry on
   * @param entries how many positions
   * @param place where the head is looked for first
   */
  private record Terms(Point known, long learnt, boolean registers, int entries, String place) {

    void bind(PreparedStatement claim) throws SQLException {
      claim.setInt(1, entries);
      claim.setBoolean(2, registers);
      claim.setInt(3, entries);
      claim.setObject(4, place, Types.OTHER);
      claim.setLong(5, learnt);
      EntryRow.bind(claim, 5, known);
      claim.setLong(8, known.position());
      EntryRow.bind(claim, 8, known);
    }
  }

  private Point claimed(Connection connection, Terms terms, List<Entry> entries, boolean locking)
      throws SQLException {
    String claim = locking ? LOCK + CLAIM : CLAIM;
    int first = end(entries, 0);
    Point last =
        entries.size() == 1
            ? one(connection, claim, terms, entries.getFirst())
            : many(connection, claim, terms, entries.subList(0, first), entries.size());
    for (int next = first; next < entries.size(); next = end(entries, next)) {
      List<Entry> part = entries.subList(next, end(entries, next));
      many(connection, CLAIMED, null, part, entries.size() - next);
    }
    return last;
  }

  private Point one(Connection connection, String claim, Terms terms, Entry lone)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(claim + ONE)) {
      terms.bind(write);
      EntryRow.bind(write, CLAIM_PARAMETERS, lone);
      return written(write, 1, claim.startsWith(LOCK));
    }
  }

  /**
   * @param terms null where positions are claimed already
   * @param left how many of those that are claimed together have no row yet
   */
  private Point many(
      Connection connection, String claim, @Nullable Terms terms, List<Entry> part, int left)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(claim + MANY)) {
      int parameter = 0;
      if (terms != null) {
        terms.bind(write);
        parameter = CLAIM_PARAMETERS;
      }
      write.setInt(++parameter, left);
      for (Column column : COLUMNS) {
        write.setArray(++parameter, connection.createArrayOf(column.type(), column.of(part)));
      }
      return written(write, part.size(), claim.startsWith(LOCK));
    }
  }

  /** The place of the last of those that are claimed together. */
  private Point written(PreparedStatement write, int entries, boolean locking) throws SQLException {
    write.execute();
    if (locking) {
      write.getMoreResults(); // past the lock's own
    }
    try (ResultSet rows = write.getResultSet()) {
      if (!rows.next() || rows.getInt(4) < entries) {
        throw new HeadMovedException();
      }
      place = rows.getString(3);
      AppendConnection.requireReplicated(write.getWarnings());
      return EntryRow.point(rows);
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
