package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/** What an append looks for in the tables, within a transaction that is begun. */
final class Landmarks {
  private Landmarks() {}

  /** The head, once those have ended who are in the act of appending: they hold its row. */
  static Point lockedHead(Connection connection) throws SQLException {
    Point head = point(connection, "select position, recorded_at from head for update");
    if (head == null) {
      throw new SQLException("the journal's head is lost");
    }
    return head;
  }

  /** Where the last entry that is committed stands. */
  static Point last(Connection connection) throws SQLException {
    Point last = point(connection, EntryRow.LAST);
    return last == null ? Head.BEGINNING : last;
  }

  private static @Nullable Point point(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? EntryRow.point(rows) : null;
    }
  }

  /** True where this very entry is at its position. */
  static boolean stands(Connection connection, Entry entry) throws SQLException {
    return exists(connection, "position = ? and id = ?", entry.position(), entry.id());
  }

  static boolean wasExecuted(Connection connection, String commandId) throws SQLException {
    return exists(connection, "command_id = ?", commandId);
  }

  private static boolean exists(Connection connection, String condition, Object... values)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from entry where " + condition)) {
      for (int n = 0; n < values.length; n++) {
        query.setObject(n + 1, values[n]);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
