package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes beside the entries, in the journal's database. The disk is asked by the journal's own
 * thread: a write that it fails to confirm must stop the journal, whoever wrote it.
 */
public final class DurableWrites {
  private final DataSource source;
  private final AppendConnection line;
  private final Appender appender;
  private final ReentrantLock lock = new ReentrantLock();

  DurableWrites(DataSource source, Database database, boolean durable, Appender appender) {
    this.source = source;
    this.line = new AppendConnection(source, database, durable);
    this.appender = appender;
  }

  /** The database that is written to, for who reads there. */
  public DataSource source() {
    return source;
  }

  /** Work of one transaction. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does the work in a transaction that is on the disk when this returns. Where it fails, the work
   * is undone, but for a connection lost in the act of committing, which says nothing.
   */
  public <T extends @Nullable Object> T write(Work<T> work) throws SQLException {
    lock.lock();
    try {
      T result = commit(work);
      appender.sync();
      return result;
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T commit(Work<T> work) throws SQLException {
    try {
      Connection connection = line.get();
      T result = work.on(connection);
      AppendConnection.commit(connection);
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      line.rollback();
      throw failure;
    }
  }

  /**
   * Has all that has been read here be durable, which it may not be where a commit's wait for a
   * standby was cut short; false where that takes too long.
   */
  public boolean confirm() {
    return appender.confirm();
  }

  /** Gives the connection back. */
  public void close() {
    lock.lock();
    try {
      line.close();
    } finally {
      lock.unlock();
    }
  }
}
