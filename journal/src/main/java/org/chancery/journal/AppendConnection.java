package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that appends. It is kept: commands hold connections of the same pool while
 * they wait for the journal, so a journal that had to ask for one could wait for them in turn.
 */
final class AppendConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AppendConnection.class);
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int CHECK_SECONDS = 2;
  private static final String WARNING = "01000";

  private final DataSource source;
  private final Database database;
  private final boolean durable;
  private @Nullable Connection connection;
  private long usedAt;

  /**
   * @param durable true where each new connection must be one on which commits are sure
   */
  AppendConnection(DataSource source, Database database, boolean durable) {
    this.source = source;
    this.database = database;
    this.durable = durable;
  }

  /** The connection, not auto-committing; another one where the last is lost. */
  Connection get() throws SQLException {
    Connection current = connection;
    if (current != null && isIdle() && !current.isValid(CHECK_SECONDS)) {
      close();
      current = null;
    }
    usedAt = System.nanoTime();
    return current == null ? open() : current;
  }

  private boolean isIdle() {
    return System.nanoTime() - usedAt > TRUSTED_NANOS;
  }

  private Connection open() throws SQLException {
    Connection opened = source.getConnection();
    try {
      prepare(opened);
    } catch (SQLException | RuntimeException failure) {
      release(opened);
      throw failure;
    }
    connection = opened;
    return opened;
  }

  private void prepare(Connection opened) throws SQLException {
    opened.setAutoCommit(false);
    if (durable) {
      try (Statement statement = opened.createStatement()) {
        statement.execute(database.preparation());
      }
      ServerSettings.requireDurable(opened, database);
      opened.commit();
    }
  }

  /** Commits, and fails where that is not known to be durable. */
  static void commit(Connection connection) throws SQLException {
    connection.clearWarnings();
    connection.commit();
    requireReplicated(connection.getWarnings());
  }

  /**
   * Fails where a commit was told to wait for a standby no longer: PostgreSQL takes it for done
   * then, and says so by a warning alone.
   */
  static void requireReplicated(@Nullable SQLWarning told) throws SQLException {
    for (SQLWarning warning = told; warning != null; warning = warning.getNextWarning()) {
      if (WARNING.equals(warning.getSQLState())) {
        throw new SQLException("a commit may not have reached the standby", WARNING, warning);
      }
    }
  }

  /** Undoes what is not committed; a connection that cannot do even that is given up. */
  void rollback() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException lost) {
      close();
    }
  }

  @Override
  public void close() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      release(last);
    }
  }

  private static void release(Connection last) {
    try (last) {
      last.rollback();
      last.setAutoCommit(true);
    } catch (SQLException lost) {
      log.debug("A connection of the journal was lost", lost);
    }
  }
}
