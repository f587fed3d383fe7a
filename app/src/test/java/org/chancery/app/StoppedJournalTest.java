package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.journal.FaultyDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not take what is written, or does not confirm it, and later does again. */
@Tag("slow")
class StoppedJournalTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final List<Long> acknowledged = new ArrayList<>();
  private int sent;

  @BeforeEach
  void faulty() {
    FaultyDisk.register();
  }

  @AfterEach
  void mend() {
    FaultyDisk.syncFails = false;
    FaultyDisk.full = false;
  }

  private Ledger start() throws Exception {
    return Ledger.start(
        Map.of(
            "chancery.journal.url", "jdbc:h2:faulty:" + folder.resolve("journal"),
            "chancery.views.url", "jdbc:h2:faulty:" + folder.resolve("views")));
  }

  @Test
  void aServerGoesOnByItselfOnceTheDiskConfirmsAgain() throws Exception {
    try (Ledger ledger = start()) {
      Http http = ledger.http();
      record(http, 5);

      FaultyDisk.syncFails = true;
      refused(http);
      String told = http.get(READY).expect(503).body();
      assertThat(told).contains("the disk did not confirm a write");
      Thread.sleep(1_500); // it has tried by then
      http.get("/api/officials").expect(200);

      FaultyDisk.syncFails = false;
      assertGoesOn(http);
    }
  }

  @Test
  void aServerGoesOnByItselfOnceThereIsRoomAgain() throws Exception {
    try (Ledger ledger = start()) {
      Http http = ledger.http();
      record(http, 5);

      FaultyDisk.full = true;
      refused(http);
      await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(503));

      FaultyDisk.full = false;
      assertGoesOn(http);
    }
    try (Ledger again = start()) {
      assertHoldsAll(again.http());
    }
  }

  /** Only the read models' file: nobody asks them for anything before there is room again. */
  @Test
  void readModelsThatCouldNotBeWrittenLackNothingAfterwards() throws Exception {
    try (Ledger ledger =
        Ledger.start(Map.of("chancery.views.url", "jdbc:h2:faulty:" + folder.resolve("views")))) {
      Http http = ledger.http();
      record(http, 50);
      FaultyDisk.full = true;
      record(http, 50);
      await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(503));
      FaultyDisk.full = false;
      assertGoesOn(http);
    }
  }

  private void record(Http http, int count) {
    for (int n = 0; n < count; n++) {
      acknowledged.add(register(http).expect(201).position());
    }
  }

  private void refused(Http http) {
    for (int n = 0; n < 3; n++) {
      register(http).expect(503);
    }
  }

  private Reply register(Http http) {
    sent++;
    return http.command(
        "RegisterOfficial", "{\"official\": \"o%1$d\", \"name\": \"O%1$d\"}".formatted(sent));
  }

  private void assertGoesOn(Http http) {
    await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(200));
    record(http, 5);
    assertHoldsAll(http);
  }

  /** Gapless, with all that was acknowledged, and as the read models have it. */
  private void assertHoldsAll(Http http) {
    long last = acknowledged.getLast();
    List<Long> positions = new ArrayList<>();
    http.get("/api/entries?limit=1000")
        .expect(200)
        .json()
        .path("items")
        .forEach(entry -> positions.add(entry.path("position").asLong()));
    assertThat(positions).hasSize((int) last).doesNotHaveDuplicates().containsAll(acknowledged);
    String officials = "/api/officials?limit=1000&minPosition=" + last;
    assertThat(http.get(officials).expect(200).json().path("total").asLong()).isEqualTo(last);
  }
}
