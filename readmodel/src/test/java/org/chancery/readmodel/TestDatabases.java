package org.chancery.readmodel;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.journal.TestJournal;

/** New, empty databases of each kind. */
public final class TestDatabases {

  private TestDatabases() {}

  public static DataSource h2() {
    return TestJournal.memory();
  }

  /** On a real PostgreSQL, whose own collation would put capitals among small letters. */
  public static DataSource postgres() {
    String name = "v" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(name, failure);
    }
    HikariDataSource pooled = new HikariDataSource();
    pooled.setJdbcUrl(Server.INSTANCE.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true");
    pooled.setMaximumPoolSize(4);
    pooled.setMinimumIdle(0); // nobody closes it
    pooled.setIdleTimeout(10_000);
    return pooled;
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
