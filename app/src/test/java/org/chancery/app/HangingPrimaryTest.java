package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.chancery.journal.PostgresPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A primary that answers nothing any more and keeps its connections, as in a parted network. */
@Tag("slow")
class HangingPrimaryTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Twice the time-out of the link, as {@code PostgresLink} has it. */
  private static final Duration BACK = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CALLERS = 4;

  private PostgresPair pair;
  private Ledger ledger;
  private Http http;

  @BeforeEach
  void start() throws IOException {
    pair = PostgresPair.start(true);
    ledger =
        Ledger.start(
            Map.of("chancery.journal.url", pair.url(""), "chancery.journal.user", "postgres"));
    http = ledger.http();
    register("before").expect(201);
    http.get(READY).expect(200);
  }

  @AfterEach
  void stop() throws IOException {
    ledger.close();
    pair.close();
  }

  private Reply register(String official) {
    return http.command(
        "RegisterOfficial",
        "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(official),
        "Idempotency-Key",
        official);
  }

  private List<CompletableFuture<Reply>> callers() {
    List<CompletableFuture<Reply>> waiting = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      String name = "waiting-" + caller;
      waiting.add(CompletableFuture.supplyAsync(() -> register(name)));
    }
    return waiting;
  }

  private Duration untilReady() {
    long since = System.nanoTime();
    await().atMost(PATIENCE).until(() -> http.get(READY).status() == 200);
    Duration taken = Duration.ofNanos(System.nanoTime() - since);
    System.out.printf("ready again after %d ms%n", taken.toMillis());
    return taken;
  }

  @Test
  void readinessIsDownSoonAndUpAgainOnceItGoesOn() {
    pair.hangPrimary();
    List<CompletableFuture<Reply>> waiting = callers();
    await().atMost(SOON).until(() -> http.get(READY).status() == 503);
    for (CompletableFuture<Reply> caller : waiting) {
      assertThat(caller).succeedsWithin(PATIENCE);
      caller.join().expectProblem(503, "JOURNAL_UNAVAILABLE");
    }

    pair.letPrimaryGoOn();
    assertThat(untilReady()).isLessThan(BACK);
    requireNothingTwice(
        pair.primary().sql("select count(*) from entry").query(Long.class).single());
  }

  @Test
  void aStandbyThatTakesOverIsFoundByItselfAndTheOldPrimaryIsNotGoneBackTo() {
    pair.hangPrimary();
    List<CompletableFuture<Reply>> waiting = callers();
    await().atMost(SOON).until(() -> http.get(READY).status() == 503);

    pair.promote();
    assertThat(untilReady()).isLessThan(BACK);
    waiting.forEach(caller -> assertThat(caller).succeedsWithin(PATIENCE));
    register("after").expect(201);
    pair.letPrimaryGoOn();
    for (int n = 0; n < CALLERS; n++) {
      assertThat(register("revived-" + n).expect(201).position()).isGreaterThan(2);
    }
    // The read models come by themselves too: what follows the journal has a time-out of its own.
    await().atMost(BACK).until(() -> http.get("/api/officials/after").status() == 200);
    requireNothingTwice(
        pair.standby().sql("select count(*) from entry").query(Long.class).single());
    assertThat(pair.isStandbyWhole()).isTrue();
  }

  /** What was answered 503 is sent again under its key. */
  private void requireNothingTwice(long entries) {
    long before = entries;
    for (int caller = 0; caller < CALLERS; caller++) {
      Reply again = register("waiting-" + caller);
      before += again.status() == 201 ? 1 : 0;
      assertThat(again.status()).isIn(200, 201);
    }
    assertThat(http.get("/api/journal").expect(200).json().path("position").asLong())
        .isEqualTo(before);
  }
}
