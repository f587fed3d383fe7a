package org.chancery.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.LedgerProperties.Cosigner;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.app.config.LedgerProperties.Oidc;
import org.chancery.app.config.LedgerProperties.Peer;
import org.chancery.app.config.LedgerProperties.Reads;
import org.chancery.app.config.LedgerProperties.Role;
import org.chancery.app.config.LedgerProperties.Sealing;
import org.chancery.app.config.LedgerProperties.Store;
import org.chancery.app.web.CopiesApi.CopiesView;
import org.chancery.journal.FaultyDisk;
import org.chancery.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CopiesTest {
  @TempDir Path data;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);

  /** Keeps whoever wants a connection waiting, and then has none. */
  private final DataSource failing =
      new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
          asked.countDown();
          try {
            assertThat(goesOn.await(10, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          throw new SQLException("the disk is full");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
          return getConnection();
        }
      };

  private CopiesApi copies() {
    return copies(failing);
  }

  private CopiesApi copies(DataSource source) {
    Store store = new Store(null, "sa", "", true, 1);
    return new CopiesApi(
        new LedgerProperties(
            data,
            ZoneOffset.UTC,
            Reads.OPEN,
            new Oidc(null, null, "sub", "roles", null, null, Set.of("openid")),
            List.of(),
            Duration.ofSeconds(1),
            Nodes.ONE,
            Role.ALL,
            null,
            new Peer(null, null),
            store,
            store,
            new Sealing(true, null, null),
            new Cosigner(null, null)),
        source,
        source);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oneThatFailsLeavesNothing() throws IOException {
    goesOn.countDown();
    assertThatThrownBy(copies()::copy).isInstanceOf(SQLException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void oneIsMadeAtATime() throws Exception {
    CopiesApi copies = copies();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> first = other.submit(copies::copy);
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(copies::copy)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("already");
      goesOn.countDown();
      assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasMessageContaining("full");
    }
    assertThatThrownBy(copies::copy).isInstanceOf(SQLException.class);
  }

  @Test
  @Timeout(20)
  void whatWasCommittedIsInItThoughTheDatabaseIsStillWritingThat() throws Exception {
    FaultyDisk.register();
    DataSource source =
        new DriverManagerDataSource(
            "jdbc:h2:faulty:" + data.resolve("journal") + ";WRITE_DELAY=10", "sa", "");
    try (Connection open = source.getConnection();
        Statement statement = open.createStatement();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      statement.execute("checkpoint sync");
      Future<CopiesView> made;
      FaultyDisk.WRITING.acquire();
      try {
        statement.execute("create table entry as select 1 as position");
        awaitWriter();
        made = other.submit(copies(source)::copy);
        assertThatThrownBy(() -> made.get(300, TimeUnit.MILLISECONDS))
            .isInstanceOf(TimeoutException.class);
      } finally {
        FaultyDisk.WRITING.release();
      }
      assertThat(entries(Path.of(made.get().folder()))).isEqualTo(1);
    }
  }

  /** The database has taken what it is to write, and waits for the disk. */
  private static void awaitWriter() throws InterruptedException {
    while (!FaultyDisk.WRITING.hasQueuedThreads()) {
      Thread.sleep(5);
    }
  }

  private int entries(Path copy) throws IOException, SQLException {
    try (ZipInputStream zip =
        new ZipInputStream(Files.newInputStream(copy.resolve("journal.zip")))) {
      assertThat(zip.getNextEntry()).isNotNull();
      Files.copy(zip, copy.resolve("journal.mv.db"));
    }
    try (Connection open =
            DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("journal"), "sa", "");
        Statement statement = open.createStatement();
        ResultSet counted = statement.executeQuery("select count(*) from entry")) {
      assertThat(counted.next()).isTrue();
      return counted.getInt(1);
    }
  }

  @Test
  void thoseThatNobodyCameForAreSweptAtTheStartAndNothingElse() throws IOException {
    Files.writeString(Files.createDirectory(data.resolve("copy-12")).resolve("views.zip"), "x");
    Files.createDirectory(data.resolve("copy-of-mine"));
    Files.writeString(data.resolve("copy-13"), "a file");
    copies().sweep();
    assertThat(names()).containsExactly("copy-13", "copy-of-mine");
  }
}
