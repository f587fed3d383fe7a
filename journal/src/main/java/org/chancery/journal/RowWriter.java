package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.chancery.journal.Head.Point;

/** Claims positions first, then writes a row each, in one batch: on H2, within the process. */
final class RowWriter implements EntryWriter {
  private static final String CLAIM =
      "select position, recorded_at from final table"
          + " (update head set position = position + ?, recorded_at = greatest(recorded_at, ?))";

  @Override
  public Point write(Connection connection, List<Entry> entries, Instant now) throws SQLException {
    Point head = claim(connection, entries.size(), now);
    long position = head.position() - entries.size();
    try (PreparedStatement insert = connection.prepareStatement(EntryRow.INSERT)) {
      for (Entry entry : entries) {
        EntryRow.bind(insert, entry.at(++position, head.recordedAt()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    return head;
  }

  private static Point claim(Connection connection, int count, Instant now) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      return EntryWriter.claim(claim, count, now);
    }
  }
}
