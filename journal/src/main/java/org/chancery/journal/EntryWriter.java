package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chancery.journal.Head.Point;

/** Writes entries at the head and commits, in the fewest steps that a database allows. */
interface EntryWriter {

  static EntryWriter to(Database database) {
    return switch (database) {
      case H2 -> new RowWriter();
      case POSTGRESQL -> new ColumnWriter();
    };
  }

  /**
   * Moves the head on by so many entries, under its lock, writes them at the positions claimed, and
   * commits. A failure other than the breach of a unique key says nothing about the commit.
   *
   * @param connection one that does not commit by itself, and is left so
   * @param now recorded instants do not fall behind it, nor behind the last entry's
   * @return the new head, which is where the last of them stands
   */
  Point write(Connection connection, List<Entry> entries, Instant now) throws SQLException;

  /** Runs a query whose first parameters are by how many entries the head moves, and when. */
  static Point claim(PreparedStatement query, int count, Instant now) throws SQLException {
    query.setLong(1, count);
    query.setObject(2, now.atOffset(ZoneOffset.UTC));
    return point(query);
  }

  /** The head as the query gives it. */
  static Point point(PreparedStatement query) throws SQLException {
    try (ResultSet head = query.executeQuery()) {
      head.next();
      return new Point(head.getLong(1), EntryRow.instant(head, 2));
    }
  }
}
