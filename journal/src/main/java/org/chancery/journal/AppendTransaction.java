package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/**
 * One transaction at a time that writes entries at the positions after the last one. The primary
 * key lets one of those who write at a position have it, and only who has seen an entry committed
 * writes at the next, so positions leave no gaps and follow the commits.
 */
final class AppendTransaction implements AutoCloseable {
  private static final int ATTEMPTS = 100;

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

  /**
   * Returns the last entry's place after the group, which is on the disk by then.
   *
   * @param last where the last entry stands, as far as is known
   */
  Point write(List<Append> group, Point last) throws SQLException {
    try {
      Point written = writeAfter(group, last);
      sync();
      return written;
    } catch (SQLException | RuntimeException | Error failure) {
      line.rollback();
      throw failure;
    }
  }

  private Point writeAfter(List<Append> group, Point known) throws SQLException {
    Point last = known;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return commit(group, last);
      } catch (SQLException failure) {
        line.rollback();
        Point later = DuplicateKey.isCauseOf(failure) ? last() : last;
        if (later.position() == last.position()) {
          throw failure;
        }
        last = later;
      }
    }
    throw new SQLTransientException("others have appended first, %d times".formatted(ATTEMPTS));
  }

  private Point commit(List<Append> group, Point last) throws SQLException {
    Point point = place(group, last);
    List<Entry> entries = group.stream().flatMap(append -> append.entries().stream()).toList();
    try {
      writer.write(line.get(), entries);
    } catch (SQLException failure) {
      if (DuplicateKey.isCauseOf(failure)) {
        throw failure;
      }
      repeat(entries, failure);
    }
    return point;
  }

  /** Recorded instants do not run backward: where the clock is behind, the last one's is used. */
  private Point place(List<Append> group, Point last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant recordedAt = now.isBefore(last.recordedAt()) ? last.recordedAt() : now;
    long position = last.position();
    for (Append append : group) {
      append.place(position, recordedAt);
      position += append.entries().size();
    }
    return new Point(position, recordedAt);
  }

  /**
   * A connection lost in the act of writing says nothing about the commit. The same entries at the
   * same positions once more settle it, for they can stand but once: what was sent first is waited
   * for if it is under way, and comes too late if the server begins with it only now.
   */
  private void repeat(List<Entry> entries, SQLException inDoubt) throws SQLException {
    line.close();
    try {
      writer.write(line.get(), entries);
    } catch (SQLException failure) {
      line.rollback();
      if (!DuplicateKey.isCauseOf(failure)) {
        inDoubt.addSuppressed(failure);
        throw inDoubt;
      }
      if (!stands(entries.getLast())) {
        throw failure;
      }
    }
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

  /** Where the last entry that is committed stands. */
  Point last() throws SQLException {
    Point last = point(EntryRow.LAST);
    return last == null ? Head.BEGINNING : last;
  }

  /** The head, once those have ended who are in the act of appending: they hold its row. */
  Point head() throws SQLException {
    Point head = point("select position, recorded_at from head for update");
    if (head == null) {
      throw new SQLException("the journal's head is lost");
    }
    return head;
  }

  private @Nullable Point point(String sql) throws SQLException {
    Connection connection = line.get();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? EntryRow.point(rows) : null;
    } finally {
      connection.commit();
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
    return exists("command_id = ?", commandId);
  }

  private boolean stands(Entry entry) throws SQLException {
    return exists("position = ? and id = ?", entry.position(), entry.id());
  }

  private boolean exists(String condition, Object... values) throws SQLException {
    Connection connection = line.get();
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from entry where " + condition)) {
      for (int n = 0; n < values.length; n++) {
        query.setObject(n + 1, values[n]);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
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
