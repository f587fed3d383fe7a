package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {
  private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(300);

  @TempDir Path folder;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean made = new AtomicBoolean();

  /** Makes all but the first connection slowly, and is not interrupted in it. */
  private final class Slow extends DriverManagerDataSource {
    Slow() {
      super(TestJournal.fileUrl(folder), "sa", "");
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (Thread.currentThread().getName().endsWith("connection-adder")) {
        begun.countDown();
        long end = System.nanoTime() + BUSY;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        made.set(true);
      }
      return connection;
    }
  }

  @Test
  void aPoolThatIsClosedWaitsForTheConnectionThatIsBeingMade() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(new Slow(), this::pool);
        Connection first = database.getConnection()) {
      assertThat(first.isValid(1)).isTrue();
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(made).isTrue();
  }

  private HikariDataSource pool(DataSource direct) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(direct);
    pool.setMinimumIdle(2);
    return pool;
  }
}
