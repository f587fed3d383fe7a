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
   * Writes all of them or none. A failure other than the breach of a unique key says nothing about
   * the commit.
   *
   * @param connection one that does not commit by itself, and is left so
   */
  void write(Connection connection, List<Entry> entries) throws SQLException;
}
