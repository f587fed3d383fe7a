package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  private EmbeddedDatabase open() throws SQLException {
    return EmbeddedDatabase.open(
        new DriverManagerDataSource(Database.fileUrl(folder.resolve("data")), "sa", ""),
        pool -> pool);
  }

  /**
   * H2 finds an open database by its name, which a session of the last one strikes from its list.
   */
  @Test
  void aConnectionKeptOverAReopeningDoesNotShutOthersOutForEver() throws SQLException {
    try (EmbeddedDatabase database = open();
        Connection kept = database.getConnection()) {
      run(kept, "create table said (word varchar(9))");
      run(kept, "insert into said values ('aye')");
      run(kept, "checkpoint sync");

      database.reopen();
      assertThatThrownBy(() -> run(kept, "insert into said values ('nay')"))
          .isInstanceOf(SQLException.class);
      try (Connection _ = database.getConnection()) {
        assertThat(database.isLost()).isFalse();
      } catch (SQLException shutOut) {
        assertThat(database.isLost()).isTrue();
        database.reopen();
      }

      try (Connection again = database.getConnection();
          Statement statement = again.createStatement();
          ResultSet words = statement.executeQuery("select word from said")) {
        assertThat(words.next()).isTrue();
        assertThat(words.getString(1)).isEqualTo("aye");
        assertThat(words.next()).isFalse();
      }
    }
  }

  /** H2 notes the fault of a connection that was cut off in a file beside its own. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void aPoolStillMakingAConnectionIsNotCutOffByTheCompactingOfItsFile() throws Exception {
    CompletableFuture<Thread> busy = new CompletableFuture<>();
    DriverManagerDataSource direct =
        new DriverManagerDataSource(Database.fileUrl(folder.resolve("data")), "sa", "");

    try (EmbeddedDatabase database =
            EmbeddedDatabase.open(direct, source -> pool(new SlowForPools(source, busy)));
        Connection first = database.getConnection()) {
      run(first, "create table many as select x, random_uuid() from system_range(1, 200000)");
      assertThat(busy.get(10, TimeUnit.SECONDS).isAlive()).isTrue();
    }
    busy.get().join(Duration.ofSeconds(10));

    assertThat(TestJournal.errorsNotedIn(folder)).isEmpty();
  }

  private static HikariDataSource pool(DataSource source) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(source);
    pool.setMinimumIdle(2);
    return pool;
  }

  /** Takes its time with what a pool opens ahead of use, and is not interrupted in it. */
  private static final class SlowForPools extends DelegatingDataSource {
    private static final long BUSY = TimeUnit.SECONDS.toNanos(1);
    private final CompletableFuture<Thread> busy;

    SlowForPools(DataSource source, CompletableFuture<Thread> busy) {
      super(source);
      this.busy = busy;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (Thread.currentThread().getName().endsWith("connection-adder")) {
        busy.complete(Thread.currentThread());
        long end = System.nanoTime() + BUSY;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
      }
      return connection;
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
