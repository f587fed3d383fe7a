package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.chancery.journal.Head.Point;

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
