package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.journal.Head.Point;

/** One transaction that claims positions at the head and writes entries at them. */
final class AppendTransaction {
  private final DataSource source;
  private final Database database;
  private final boolean durable;
  private final Clock clock;

  AppendTransaction(DataSource source, Database database, boolean durable, Clock clock) {
    this.source = source;
    this.database = database;
    this.durable = durable;
    this.clock = clock;
  }

  /** Returns the head after the group, which is on the disk by then. */
  Point write(List<Append> group) throws SQLException {
    int count = group.stream().mapToInt(append -> append.entries().size()).sum();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Point head = claim(connection, count);
        insert(connection, group, head, count);
        connection.commit();
        if (durable) {
          database.sync(connection);
        }
        return head;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Turns a failure into one that says whether history or the database was in the way. */
  RuntimeException explain(Exception failure, Append append) {
    if (!DuplicateKey.isCauseOf(failure)) {
      return new EventStoreException("the journal could not be written", failure);
    }
    for (Entry entry : append.entries()) {
      if (isExecuted(entry.attribution().commandId())) {
        return new DuplicateCommandException(entry.attribution().commandId());
      }
    }
    Entry first = append.entries().getFirst();
    return new ConcurrencyException(
        "version %d of %s is recorded already".formatted(first.version(), first.subject()));
  }

  private Point claim(Connection connection, int count) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (PreparedStatement claim = connection.prepareStatement(database.claim())) {
      claim.setLong(1, count);
      claim.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (ResultSet head = claim.executeQuery()) {
        head.next();
        return new Point(head.getLong(1), EntryRow.instant(head, 2));
      }
    }
  }

  private static void insert(Connection connection, List<Append> group, Point head, int count)
      throws SQLException {
    long position = head.position() - count;
    try (PreparedStatement insert = connection.prepareStatement(EntryRow.INSERT)) {
      for (Append append : group) {
        append.place(position, head.recordedAt());
        position += append.entries().size();
        for (Entry entry : append.entries()) {
          EntryRow.bind(insert, entry);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private boolean isExecuted(String commandId) {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select 1 from entry where command_id = ?")) {
      query.setString(1, commandId);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    } catch (SQLException failure) {
      throw new EventStoreException("the journal could not be read", failure);
    }
  }
}
