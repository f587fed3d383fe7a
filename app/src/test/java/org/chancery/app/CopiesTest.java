package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.app.LedgerProperties.Cosigner;
import org.chancery.app.LedgerProperties.Reads;
import org.chancery.app.LedgerProperties.Sealing;
import org.chancery.app.LedgerProperties.Store;
import org.chancery.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.AbstractDataSource;

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
    Store store = new Store(null, "sa", "", true, 1);
    return new CopiesApi(
        new LedgerProperties(
            data,
            ZoneOffset.UTC,
            Reads.OPEN,
            List.of(),
            Duration.ofSeconds(1),
            store,
            store,
            new Sealing(true, null, null),
            new Cosigner(null, null)),
        failing,
        failing);
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
  void thoseThatNobodyCameForAreSweptAtTheStartAndNothingElse() throws IOException {
    Files.writeString(Files.createDirectory(data.resolve("copy-12")).resolve("views.zip"), "x");
    Files.createDirectory(data.resolve("copy-of-mine"));
    Files.writeString(data.resolve("copy-13"), "a file");
    copies().sweep();
    assertThat(names()).containsExactly("copy-13", "copy-of-mine");
  }
}
