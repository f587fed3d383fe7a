package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.config.ProjectionHealth;
import org.chancery.readmodel.Projector;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Rebuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a server says of itself while its read models cannot answer. */
@Tag("slow")
class NotYetTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Ledger ledger;
  private Http http;
  private Projector projector;

  @BeforeEach
  void starts() throws IOException {
    ledger = Ledger.start(Map.of());
    http = ledger.http();
    projector = ledger.context().getBean(Projector.class);
    http.command("RegisterOfficial", "{\"official\": \"kept\", \"name\": \"Kept\"}").expect(201);
    http.get("/api/officials/kept?minPosition=1").expect(200);
  }

  @AfterEach
  void stops() throws IOException {
    ledger.close();
  }

  private JdbcTemplate database(String name) {
    return new JdbcTemplate(ledger.context().getBean(name, DataSource.class));
  }

  /** The read models are thrown away, and the journal's table is out of reach for a while. */
  @Test
  void whatIsBeingBuiltAnewIsNotAnsweredYet() throws Exception {
    projector.stop();
    database("views").update("delete from progress");
    database("journalSource").execute("alter table entry rename to entry_away");
    projector.start();
    ServerLocator readiness = ledger.context().getBean(ServerLocator.class);
    CompletableFuture<String> line = CompletableFuture.supplyAsync(readiness::line);

    http.get("/api/officials").expectProblem(503, "NOT_YET");
    http.get("/api/officials/kept").expectProblem(503, "NOT_YET");
    http.get("/api/timeline").expectProblem(503, "NOT_YET");
    http.get(READY).expect(503);
    assertThat(line).isNotDone();

    database("journalSource").execute("alter table entry_away rename to entry");
    assertThat(line).succeedsWithin(PATIENCE);
    http.get("/api/officials/kept").expect(200);
    await().atMost(PATIENCE).untilAsserted(() -> http.get(READY).expect(200));
  }

  @Test
  void theJournalItselfIsToldThoughItsReadModelsStandStill() {
    long kept = position("kept");
    projector.stop();
    long late = http.command("RegisterOfficial", "{\"name\": \"Late\"}").expect(201).position();
    long corrected =
        http.command(
                "CorrectEntry",
                "{\"entry\": %d, \"reason\": \"typo\", \"name\": \"Keeper\"}".formatted(kept))
            .expect(201)
            .position();

    for (String asked : List.of("knownAt=position:" + corrected, "minPosition=" + corrected)) {
      JsonNode journal = http.get("/api/journal?" + asked).expect(200).json();
      assertThat(journal.path("position").asLong()).isEqualTo(corrected);
      JsonNode entries = http.get("/api/entries?" + asked).expect(200).json();
      assertThat(entries.path("total").asLong()).isEqualTo(corrected);
      JsonNode entry = http.get("/api/entries/" + kept + "?" + asked).expect(200).json();
      assertThat(entry.path("supersededBy").asLong()).isEqualTo(corrected);
    }
    JsonNode before = http.get("/api/entries/1?knownAt=position:" + late).expect(200).json();
    assertThat(before.path("supersededBy").isNull()).isTrue();
    http.get("/api/officials?knownAt=position:" + corrected).expectProblem(503, "NOT_YET");
    projector.start();
  }

  private long position(String official) {
    return http.get("/api/officials/" + official).expect(200).json().at("/entries/0").asLong();
  }

  /** Whoever hands over rebuilt models holds up the following. */
  @Test
  void readModelsThatTakeNothingInAreNotHealthyThoughNothingFails() {
    Rebuild rebuild = projector.rebuild(List.of("party"), 0, _ -> {});
    rebuild.begin();
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<Boolean> handing =
        CompletableFuture.supplyAsync(() -> projector.handOver(rebuild, () -> waitFor(held)));
    ProjectionHealth health = health(Duration.ofMillis(300));
    try {
      http.command("RegisterOfficial", "{\"name\": \"Late\"}").expect(201);
      await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.DOWN));
      assertThat(projector.failure()).isNull();
      assertThat(health(Duration.ofMinutes(10)).health().getStatus()).isEqualTo(Status.UP);
    } finally {
      held.countDown();
    }
    assertThat(handing).succeedsWithin(PATIENCE);
    await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.UP));
  }

  private static void waitFor(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private ProjectionHealth health(Duration patience) {
    return new ProjectionHealth(projector, ledger.context().getBean(ReadModels.class), patience);
  }

  @Test
  void howFarTheJournalAndItsReadModelsAreIsMeasured() {
    String meters = http.get("/actuator/prometheus").expect(200).body();
    assertThat(meters)
        .contains("chancery_journal_position 1.0")
        .contains("chancery_projection_position 1.0")
        .contains("chancery_projection_latency_seconds_count 1");
  }
}
