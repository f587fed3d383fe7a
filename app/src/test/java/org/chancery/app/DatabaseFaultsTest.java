package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.chancery.journal.PostgresPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server whose PostgreSQL has lost entries says so and invents nothing. */
@Tag("slow")
class DatabaseFaultsTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private PostgresPair pair;
  private Ledger ledger;
  private Http http;

  @BeforeEach
  void start() throws IOException {
    pair = PostgresPair.start(false);
    ledger =
        Ledger.start(
            Map.of("chancery.journal.url", pair.url(""), "chancery.journal.user", "postgres"));
    http = ledger.http();
  }

  @AfterEach
  void stop() throws IOException {
    ledger.close();
    pair.close();
  }

  private Reply register(String official) {
    return http.command(
        "RegisterOfficial", "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(official));
  }

  @Test
  void whatAStandbyLackedIsNotAnsweredAnyMore() throws Exception {
    register("kept").expect(201);
    await()
        .atMost(PATIENCE)
        .until(
            () -> pair.standby().sql("select count(*) from entry").query(Long.class).single() == 1);
    pair.cutOffStandby();
    long lost = register("lost").expect(201).position();
    http.get("/api/officials/lost?minPosition=" + lost).expect(200);

    pair.killPrimary();
    pair.promote();

    await().atMost(PATIENCE).until(() -> http.get("/api/entries/" + lost).status() == 404);
    await().atMost(PATIENCE).untilAsserted(() -> http.get("/api/officials/lost").expect(404));
    http.get("/api/officials/kept").expect(200);
    Reply refused = register("later").expectProblem(503, "JOURNAL_STOPPED");
    assertThat(refused.body()).contains("entries that were confirmed are lost");
    assertThat(http.get(READY).expect(503).body()).contains("entries that were confirmed are lost");
    assertThat(pair.standby().sql("select count(*) from entry").query(Long.class).single())
        .isEqualTo(1);
  }
}
