package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.app.config.Failure;
import org.chancery.journal.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** Files of embedded databases that do not hold what they should, at the start and at work. */
@Tag("slow")
class DamagedFilesTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OFFICIALS = 20;

  @TempDir static Path sound;
  @TempDir Path folder;

  enum Damage {
    CUT {
      @Override
      void to(FileChannel file) throws IOException {
        file.truncate(file.size() / 2);
      }
    },
    EMPTIED {
      @Override
      void to(FileChannel file) throws IOException {
        file.truncate(0);
      }
    },
    ZEROED {
      @Override
      void to(FileChannel file) throws IOException {
        overwrite(file, 0, (byte) 0);
      }
    },
    WITHOUT_HEADER {
      @Override
      void to(FileChannel file) throws IOException {
        file.write(ByteBuffer.allocate(8_192), 0);
      }
    },
    OVERWRITTEN {
      @Override
      void to(FileChannel file) throws IOException {
        overwrite(file, 12_288, (byte) '#');
      }
    };

    abstract void to(FileChannel file) throws IOException;

    private static void overwrite(FileChannel file, long from, byte with) throws IOException {
      for (long at = from; at < file.size(); at++) {
        file.write(ByteBuffer.wrap(new byte[] {with}), at);
      }
    }

    void to(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        to(channel);
      }
    }
  }

  @BeforeAll
  static void record() throws IOException {
    Path made = Files.createTempDirectory("sound");
    try (Ledger ledger = Ledger.start(made, Map.of())) {
      register(ledger.http());
      ledger.context().close();
      FileSystemUtils.copyRecursively(made, sound);
    }
  }

  private static void register(Http http) {
    for (int n = 0; n < OFFICIALS; n++) {
      http.command("RegisterOfficial", "{\"official\": \"o%1$d\", \"name\": \"O\"}".formatted(n))
          .expect(201);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readModelsWhoseFileIsDamagedAreSetAsideAndBuiltAnew(Damage damage) throws IOException {
    FileSystemUtils.copyRecursively(sound, folder);
    damage.to(folder.resolve("views.mv.db"));
    try (Ledger ledger = Ledger.start(folder, Map.of())) {
      assertWhole(ledger.http());
      assertThat(setAside()).hasSizeLessThan(2);
      if (damage == Damage.ZEROED || damage == Damage.WITHOUT_HEADER) {
        assertThat(setAside()).hasSize(1); // H2 takes the others for older ones
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTIED", "ZEROED", "WITHOUT_HEADER"})
  void aJournalWhoseFileIsDamagedIsLeftAsItIsAndNotServed(Damage damage) throws IOException {
    FileSystemUtils.copyRecursively(sound, folder);
    Path journal = folder.resolve("journal.mv.db");
    damage.to(journal);
    assertThatThrownBy(() -> Ledger.start(folder, Map.of()))
        .satisfies(
            failure ->
                assertThat(Failure.told(failure)).contains("journal", "put back a copy of it"));
    assertThat(journal).exists();
    assertThat(setAside()).isEmpty();
  }

  @Test
  void onlyTheLastFewFilesAreKept() throws IOException {
    for (int n = 0; n < 3; n++) {
      FileSystemUtils.copyRecursively(sound, folder);
      Damage.ZEROED.to(folder.resolve("views.mv.db"));
      Ledger.start(folder, Map.of()).context().close();
    }
    assertThat(setAside()).hasSize(2);
  }

  /** H2 finds the damage when it reads a page, which may be long after the start. */
  @Test
  void damageThatIsMetAtWorkIsMendedAtWorkAndNothingIsAnsweredMeanwhile() throws IOException {
    FileSystemUtils.copyRecursively(sound, folder);
    try (Ledger ledger = Ledger.start(folder, Map.of())) {
      Http http = ledger.http();
      JdbcTemplate journal =
          new JdbcTemplate(ledger.context().getBean("journalSource", DataSource.class));
      journal.execute("alter table entry rename to entry_away");
      await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(503));
      ledger
          .context()
          .getBean("views", EmbeddedDatabase.class)
          .suspects(
              new SQLException("Row not found when trying to delete from index", "90112", 90112));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> http.get("/api/officials").expectProblem(503, "NOT_YET"));
      http.get("/api/officials/o1").expectProblem(503, "NOT_YET");
      String health = http.get(READY).expect(503).body();
      assertThat(health).contains("built anew");

      journal.execute("alter table entry_away rename to entry");
      await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(200));
      http.command("RegisterOfficial", "{\"official\": \"late\", \"name\": \"L\"}").expect(201);
      http.get("/api/officials/late?minPosition=" + (OFFICIALS + 1)).expect(200);
      assertWhole(http);
      assertThat(setAside()).hasSize(1);
    }
  }

  private static void assertWhole(Http http) {
    for (int n = 0; n < OFFICIALS; n++) {
      http.get("/api/officials/o" + n).expect(200);
    }
    http.get(READY).expect(200);
  }

  private List<Path> setAside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("views.damaged-"))
          .toList();
    }
  }
}
