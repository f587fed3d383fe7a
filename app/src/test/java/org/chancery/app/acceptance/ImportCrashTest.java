package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.chancery.app.acceptance.ImportProcess.Summary;
import org.chancery.intake.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An import of the presidents' travels is cut off half-way, and run again. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
@Tag("slow")
class ImportCrashTest {
  private static final int TRIPS = 365;
  private static final int STOPS = 832;
  private static final int OFFICIALS = 21;

  private final int half = new Random().nextInt(1, TRIPS / 2);
  @TempDir private Path travels;
  @TempDir private Path data;
  @TempDir private Path scratch;

  @BeforeEach
  void leaveTheSecretariesOut() throws IOException {
    for (String folder : List.of("code-tables", "presidents", "president-travels")) {
      FileSystemUtils.copyRecursively(
          RealData.at("travels").resolve(folder), travels.resolve(folder));
    }
  }

  @Test
  void anImportThatIsKilledEndsAsIfItHadRunOnceWhenItIsRunAgain() throws Exception {
    long taken;
    try (ImportProcess first = ImportProcess.into(data, "travels", travels)) {
      taken = first.awaitProgress(half);
      first.kill();
      assertThat(first.await()).isNotZero();
    }
    importAgain(taken);
    assertThatItStandsAsIfRunOnce();
  }

  @Test
  void anImportWhoseServerIsKilledSaysSoAndEndsAsIfItHadRunOnceWhenItIsRunAgain() throws Exception {
    try (ServerProcess server = ServerProcess.serve(data)) {
      long taken;
      try (ImportProcess first = ImportProcess.into(data, "travels", travels)) {
        taken = first.awaitProgress(half);
        server.kill();
        assertThat(first.await()).isEqualTo(1);
        assertThat(first.output()).contains("chancery: ").doesNotContain("\tat ");
      }
      server.restart();
      importAgain(taken);
      server.stop();
    }
    assertThatItStandsAsIfRunOnce();
  }

  /** What the bar showed as taken was acknowledged, so it is found again. */
  private void importAgain(long taken) {
    try (ImportProcess again = ImportProcess.into(data, "travels", travels)) {
      assertThat(again.await()).as(again::output).isZero();
      Summary summary = again.summary();
      assertThat(summary.read()).isEqualTo(TRIPS);
      assertThat(summary.recorded() + summary.unchanged()).isEqualTo(TRIPS);
      assertThat(summary.unchanged()).isBetween(taken, TRIPS - 1L);
      assertThat(summary.refused()).isZero();
    }
  }

  private void assertThatItStandsAsIfRunOnce() throws Exception {
    try (OpenLedger ledger = OpenLedger.on(data)) {
      Client client = ledger.client();
      assertThat(client.total("/api/trips?limit=1")).isEqualTo(TRIPS);
      assertThat(client.total("/api/stops?limit=1")).isEqualTo(STOPS);
      var entries = client.ask("/api/journal").path("entries");
      assertThat(entries.path("trip.recorded").asInt()).isEqualTo(TRIPS);
      assertThat(entries.path("official.registered").asInt()).isEqualTo(OFFICIALS);
      assertThat(Entries.of(client).all())
          .extracting(entry -> entry.path("subject") + " " + entry.path("name"))
          .doesNotHaveDuplicates();
    }
    ReadModelRows.assertEqualARebuild(data, scratch);
  }
}
