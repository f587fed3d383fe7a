package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers may begin with the read models of another one. */
@Tag("slow")
class PeerTest {
  private static final String BATCHES = "chancery_projection_batch_seconds_count{node=\"new\"} ";
  private static final String MEETING = "/api/meetings/bonn-2017-us-ru";

  @TempDir Path folder;
  private EmbeddedPostgres postgres;
  private Ledger first;
  private long head;

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.start();
    first = Ledger.start(folder.resolve("first"), settings("all"));
    first.tellExamples();
    head = first.http().get("/api/journal").expect(200).position();
    first.http().get("/api/meetings?minPosition=" + head).expect(200);
  }

  @AfterEach
  void stop() throws Exception {
    first.close();
    postgres.close();
  }

  private Map<String, Object> settings(String role) {
    return new TreeMap<>(
        Map.of(
            "chancery.role",
            role,
            "chancery.nodes",
            "many",
            "chancery.node",
            role.equals("all") ? "first" : "new",
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres"));
  }

  private Ledger following(URI peer, String token) throws Exception {
    Map<String, Object> settings = settings("query");
    settings.put("chancery.peer.url", peer);
    settings.put("chancery.peer.token", token);
    return Ledger.start(folder.resolve("new"), settings);
  }

  private void requireSameAnswer(Ledger at) {
    assertThat(at.http().get(MEETING).expect(200).body())
        .isEqualTo(first.http().get(MEETING).expect(200).body());
    assertThat(at.http().get("/api/parties").expect(200).position()).isEqualTo(head);
    assertThat(folder.resolve("new").resolve("views.mv.db.part")).doesNotExist();
  }

  @Test
  void whatThePeerTookInIsNotTakenInAgain() throws Exception {
    try (Ledger more = following(first.http().server(), first.token("recorder"))) {
      requireSameAnswer(more);
      assertThat(more.http().get("/actuator/prometheus").body()).contains(BATCHES + "0");
      long next =
          first
              .http()
              .command("RegisterOfficial", "{\"name\": \"After The Copy\"}")
              .expect(201)
              .position();
      assertThat(more.http().get("/api/officials?minPosition=" + next).body())
          .contains("After The Copy");
    }
    try (var left = Files.list(folder.resolve("first"))) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("copy-"))).isEmpty();
    }
  }

  @Test
  void theReadModelsOfAnotherLedgerAreThrownAway() throws Exception {
    try (Ledger stranger = Ledger.start(folder.resolve("stranger"), Map.of())) {
      stranger.http().command("RegisterOfficial", "{\"name\": \"A Stranger\"}").expect(201);
      stranger.http().get("/api/officials?minPosition=1").expect(200);
      try (Ledger more = following(stranger.http().server(), stranger.token("recorder"))) {
        requireSameAnswer(more);
        assertThat(more.http().get("/api/officials").body()).doesNotContain("A Stranger");
      }
    }
  }

  @Test
  void whereThePeerGivesNoneTheJournalIsFollowedFromItsBeginning() throws Exception {
    try (Ledger more = following(first.http().server(), first.token("auditor"))) {
      requireSameAnswer(more);
      assertThat(more.http().get("/actuator/prometheus").body()).doesNotContain(BATCHES + "0");
    }
  }

  @Test
  void whereThePeerIsGoneTheJournalIsFollowedFromItsBeginning() throws Exception {
    try (Ledger more = following(URI.create("http://127.0.0.1:1"), "x")) {
      requireSameAnswer(more);
    }
  }

  @Test
  void aServerThatKeepsNoReadModelsGivesNone() throws Exception {
    try (Ledger commands = Ledger.start(folder.resolve("commands"), commands())) {
      commands.http().post("/api/admin/copies/read-models", "").expectProblem(421, "NOT_HERE");
    }
    first.http().as("").post("/api/admin/copies/read-models", "").expect(401);
  }

  private Map<String, Object> commands() {
    Map<String, Object> settings = settings("command");
    settings.put("chancery.seal.enabled", false);
    return settings;
  }
}
