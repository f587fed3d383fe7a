package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.chancery.shared.entry.LedgerEvent;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an H2 file takes of the disk is bounded by what it holds, not by what was ever written. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@Tag("slow")
class FileSpaceTest {
  private static final int BUSY = 3_000;
  private static final int MANY = 20_000;
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;
  private JdbcConnectionPool pool;

  @BeforeEach
  void open() {
    pool = TestJournal.pool(TestJournal.fileUrl(folder));
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  @Test
  void aFileThatIsWrittenToAllTheTimeReusesItsSpace() throws Exception {
    execute("set retention_time 100");
    try (JournalParts parts = TestJournal.on(pool)) {
      for (int number = 0; number < BUSY; number++) {
        parts.engine().appendEvents(held("m" + number));
      }
      long content = contentOf(pool, "length(payload) + length(sources) + 500");

      assertThat(Files.size(file())).isLessThan(12 * MEGABYTE + 3 * content);
    }
  }

  @Test
  void aFileThatHasGrownIsWrittenAnewWhenItIsClosed() throws Exception {
    pool.dispose();
    long payload;
    try (EmbeddedDatabase ofLedger = EmbeddedDatabase.open(direct(), FileSpaceTest::pool)) {
      appendMany(ofLedger);
      payload = contentOf(ofLedger, "length(payload)");
      assertThat(Files.size(file())).isGreaterThan(4 * payload);
    }

    assertThat(Files.size(file())).isLessThan(3 * payload);
    assertThat(TestJournal.errorsNotedIn(folder)).isEmpty();
    open();
    assertThat(contentOf(pool, "length(payload)")).isEqualTo(payload);
  }

  private static void appendMany(DataSource source) throws Exception {
    try (JournalParts parts = TestJournal.on(source)) {
      List<DomainEventMessage<LedgerEvent>> group = new ArrayList<>();
      for (int number = 0; number < MANY; number++) {
        group.add(held("m" + number));
        if (group.size() == 500) {
          parts.engine().appendEvents(group);
          group.clear();
        }
      }
    }
  }

  private static HikariDataSource pool(DataSource direct) {
    HikariDataSource pooled = new HikariDataSource();
    pooled.setDataSource(direct);
    pooled.setMinimumIdle(2);
    return pooled;
  }

  private DriverManagerDataSource direct() {
    return new DriverManagerDataSource(TestJournal.fileUrl(folder), "sa", "");
  }

  @Test
  void aFileThatHasHardlyGrownIsLeftAsItIs() throws Exception {
    try (JournalParts parts = TestJournal.on(pool)) {
      parts.engine().appendEvents(held("m"));
    }
    long size = FileSpace.size(pool);

    try (Connection connection = pool.getConnection()) {
      FileSpace.giveBack(connection, size);
    }

    assertThat(FileSpace.size(pool)).isEqualTo(size);
  }

  private static DomainEventMessage<LedgerEvent> held(String meeting) {
    return TestJournal.event(0, TestJournal.held(meeting));
  }

  private Path file() {
    return folder.resolve("journal.mv.db");
  }

  private static long contentOf(DataSource source, String sum) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet total = statement.executeQuery("select sum(%s) from entry".formatted(sum))) {
      assertThat(total.next()).isTrue();
      return total.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
