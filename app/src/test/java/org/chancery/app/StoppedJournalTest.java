package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.chancery.journal.FaultyDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not confirm what was written stops the journal until a restart. */
class StoppedJournalTest {
  private static final String READY = "/actuator/health/readiness";

  @TempDir Path folder;

  @AfterEach
  void mend() {
    FaultyDisk.syncFails = false;
  }

  @Test
  void aServerWhoseJournalHasStoppedIsNotReady() throws Exception {
    FaultyDisk.register();
    String url = "jdbc:h2:faulty:" + folder.resolve("journal");
    try (Ledger ledger =
        Ledger.start(Map.of("chancery.journal.url", url, "chancery.seal.enabled", "false"))) {
      Http http = ledger.http();
      http.command("RegisterOfficial", "{\"name\": \"A\"}").expect(201);
      http.get(READY).expect(200);

      FaultyDisk.syncFails = true;
      http.command("RegisterOfficial", "{\"name\": \"B\"}").expectProblem(503, "JOURNAL_STOPPED");
      FaultyDisk.syncFails = false;

      assertThat(http.get(READY).expect(503).json().at("/components/journal/status").asString())
          .isEqualTo("DOWN");
      http.get("/api/officials").expect(200);
    }
  }
}
