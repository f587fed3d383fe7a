package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes entries at their positions and commits, in the fewest steps that a database allows. */
interface EntryWriter {

  static EntryWriter to(Database database) {
    return switch (database) {
      case H2 -> new RowWriter();
      case POSTGRESQL -> new ColumnWriter();
    };
  }

  /**
   * Writes all of them or none, and moves the head from where it stood before the first of them. A
   * failure other than the breach of a unique key says nothing about the commit.
   *
   * @param connection one that does not commit by itself, and is left so
   * @param begun true where its transaction has begun, and is to be gone on with
   */
  void write(Connection connection, List<Entry> entries, boolean begun) throws SQLException;

  /**
   * Fails where the head did not move, though the positions were free: somebody else has changed
   * it, or the entries.
   */
  static void requireMoved(int moved) {
    if (moved != 1) {
      throw new JournalStoppedException(
          "entries and head were changed by somebody else, as ./chancery check will tell",
          new SQLException("the head is not at the position before the entries"));
    }
  }
}
