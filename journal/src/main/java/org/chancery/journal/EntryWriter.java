package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.chancery.journal.Head.Point;

/** Writes entries at their positions and commits, in the fewest steps that a database allows. */
interface EntryWriter {

  static EntryWriter to(Database database) {
    return switch (database) {
      case H2 -> new RowWriter();
      case POSTGRESQL -> new ColumnWriter();
    };
  }

  /**
   * Writes all of them or none, and moves the head on to the last of them. Fails as {@link
   * HeadMovedException} where the head, or the last entry, is not where it is known to be, and as
   * the breach of a unique key; another failure says nothing about the commit.
   *
   * @param from where the head is known to be
   * @param connection one that does not commit by itself, and is left so
   * @param begun true where its transaction has begun, and is to be gone on with
   */
  void write(Connection connection, Point from, List<Entry> entries, boolean begun)
      throws SQLException;

  /** Fails where the head did not move, and nothing was written. */
  static void requireMoved(boolean moved) throws HeadMovedException {
    if (!moved) {
      throw new HeadMovedException();
    }
  }

  /** Another process has appended, or the tables were changed or have lost entries. */
  final class HeadMovedException extends SQLException {
    private static final long serialVersionUID = 1L;

    HeadMovedException() {
      super("the journal does not end where it is known to");
    }
  }

  /** Writes a row each, in one batch: on H2, within the process. */
  final class RowWriter implements EntryWriter {

    @Override
    public void write(Connection connection, Point from, List<Entry> entries, boolean begun)
        throws SQLException {
      try (PreparedStatement move = connection.prepareStatement(EntryRow.MOVE_HEAD);
          PreparedStatement insert = connection.prepareStatement(EntryRow.INSERT)) {
        EntryRow.bindMove(move, from, entries);
        EntryWriter.requireMoved(move.executeUpdate() == 1);
        for (Entry entry : entries) {
          EntryRow.bind(insert, 0, entry);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }
}
