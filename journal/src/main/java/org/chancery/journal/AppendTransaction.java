package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/** One transaction at a time that claims positions at the head and writes entries at them. */
final class AppendTransaction implements AutoCloseable {
  private final Database database;
  private final boolean durable;
  private final Clock clock;
  private final EntryWriter writer;
  private final AppendConnection line;

  AppendTransaction(DataSource source, Database database, boolean durable, Clock clock) {
    this.database = database;
    this.durable = durable;
    this.clock = clock;
    this.writer = EntryWriter.to(database);
    this.line = new AppendConnection(source, durable ? database.preparation() : "");
  }

  /** Returns the head after the group, which is on the disk by then. */
  Point write(List<Append> group) throws SQLException {
    try {
      Point head = commit(group);
      sync();
      return head;
    } catch (SQLException | RuntimeException | Error failure) {
      line.rollback();
      throw failure;
    }
  }

  private Point commit(List<Append> group) throws SQLException {
    List<Entry> entries = group.stream().flatMap(append -> append.entries().stream()).toList();
    Point head = commit(line.get(), entries);
    place(group, head, head.position() - entries.size());
    return head;
  }

  private Point commit(Connection connection, List<Entry> entries) throws SQLException {
    try {
      return writer.write(connection, entries, clock.instant().truncatedTo(ChronoUnit.MICROS));
    } catch (SQLException failure) {
      if (DuplicateKey.isCauseOf(failure)) {
        throw failure;
      }
      return settle(entries.getLast(), failure);
    }
  }

  private static void place(List<Append> group, Point head, long before) {
    long position = before;
    for (Append append : group) {
      append.place(position, head.recordedAt());
      position += append.entries().size();
    }
  }

  /**
   * A connection lost in the act of writing says nothing about the commit. Locking the head waits
   * for the transaction in doubt, if it is still alive; what is found then is final, but where the
   * server has not even begun with what was sent.
   *
   * @return where the last of the entries stands
   */
  private Point settle(Entry last, SQLException inDoubt) throws SQLException {
    line.close();
    try {
      head();
      Point found = recorded(last);
      if (found != null) {
        return found;
      }
    } catch (SQLException lost) {
      inDoubt.addSuppressed(lost);
    }
    throw inDoubt;
  }

  /** Brings all that is committed to the disk, as far as the database has not done so. */
  void sync() throws SQLException {
    if (durable && database.needsSync()) {
      try {
        database.sync(line.get());
      } catch (SQLException unconfirmed) {
        throw new JournalStoppedException(unconfirmed);
      }
    }
  }

  /** True where other processes may append too. */
  boolean isShared() {
    return database.isShared();
  }

  /** The head as it stands in the database when nobody is appending. */
  Point head() throws SQLException {
    Connection connection = line.get();
    try (PreparedStatement query = connection.prepareStatement(Database.HEAD + " for update")) {
      Point head = EntryWriter.point(query);
      connection.commit();
      return head;
    }
  }

  /** Says what in history was in the way of an append that breached a unique key. */
  RuntimeException refusal(Append append) throws SQLException {
    for (Entry entry : append.entries()) {
      if (wasExecuted(entry.attribution().commandId())) {
        return new DuplicateCommandException(entry.attribution().commandId());
      }
    }
    Entry first = append.entries().getFirst();
    return new ConcurrencyException(
        "version %d of %s is recorded already".formatted(first.version(), first.subject()));
  }

  private boolean wasExecuted(String commandId) throws SQLException {
    Connection connection = line.get();
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from entry where command_id = ?")) {
      query.setString(1, commandId);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    } finally {
      connection.commit();
    }
  }

  private @Nullable Point recorded(Entry entry) throws SQLException {
    Connection connection = line.get();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position, recorded_at from entry where command_id = ? and id = ?")) {
      query.setString(1, entry.attribution().commandId());
      query.setString(2, entry.id());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? new Point(rows.getLong(1), EntryRow.instant(rows, 2)) : null;
      }
    } finally {
      connection.commit();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
