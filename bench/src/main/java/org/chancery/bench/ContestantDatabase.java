package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of one contestant's own, durable, that counts how often it forces the disk. */
interface ContestantDatabase extends AutoCloseable {

  String url();

  String user();

  /** What a connection is told before its commits count as durable; may be empty. */
  String preparation();

  /** What is executed after a commit to make it durable; empty where the commit does it. */
  String sync();

  long fsyncs() throws SQLException;

  @Override
  void close();

  /** The kinds of databases that can hold a journal. */
  enum Kind {
    H2,
    POSTGRESQL;

    ContestantDatabase open(Path folder) {
      return switch (this) {
        case H2 -> new H2Place(folder);
        case POSTGRESQL -> new PostgresPlace(folder);
      };
    }
  }

  default HikariDataSource pool(int connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url());
    pool.setUsername(user());
    pool.setMaximumPoolSize(connections);
    return pool;
  }

  /** Prepares a connection for durable transactions. */
  default void prepare(Connection connection) throws SQLException {
    execute(connection, preparation());
    connection.setAutoCommit(false);
  }

  /** Commits, and returns once that is on the disk. */
  default void commit(Connection connection) throws SQLException {
    connection.commit();
    execute(connection, sync());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (!sql.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
