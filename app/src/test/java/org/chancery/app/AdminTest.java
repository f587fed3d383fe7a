package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.chancery.query.catalog.ReadModelCatalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class AdminTest {
  private static final String REPLAYS = "/api/admin/replays";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Ledger ledger;
  private final Http http;

  AdminTest(Ledger ledger) {
    this.ledger = ledger;
    this.http = ledger.http();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"model\": \"meeting\"}", "{}", "{\"model\": null}"})
  void aReplayIsAcceptedAndCanBeWatchedToItsEnd(String body) throws Exception {
    Reply accepted = http.post(REPLAYS, body).expect(202);
    String address = accepted.header("Location");
    JsonNode replay = over(address);
    assertThat(replay.path("state").asString()).isEqualTo("done");
    assertThat(replay.path("differences").asInt(-1)).isZero();
    assertThat(replay.path("entries").asLong()).isPositive();
    assertThat(replay.path("requestedBy").asString()).isEqualTo("recorder");
    assertThat(http.get(REPLAYS).expect(200).json().path("items").path(0)).isEqualTo(replay);
    assertThat(replay.path("models").size())
        .isEqualTo(body.contains("meeting") ? 1 : ReadModelCatalog.ALL.size());
  }

  private JsonNode over(String address) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode replay = http.get(address).expect(200).json();
    while (replay.path("ended").isNull() && System.nanoTime() < end) {
      Thread.sleep(20);
      replay = http.get(address).expect(200).json();
    }
    return replay;
  }

  @Test
  void whoMayNotRecordMayNotReplay() throws IOException {
    http.as("").post(REPLAYS, "{}").expectProblem(401, "UNAUTHENTICATED");
    Http auditor = http.as(ledger.token("auditor"));
    auditor.post(REPLAYS, "{}").expectProblem(403, "NOT_ALLOWED");
    auditor.post("/api/admin/parked/retries", "{}").expectProblem(403, "NOT_ALLOWED");
    auditor.get(REPLAYS).expect(200);
  }

  @Test
  void whatIsNoReadModelIsSaidSo() {
    http.post(REPLAYS, "{\"model\": \"gossip\"}").expectProblem(422, "UNKNOWN_READ_MODEL");
    http.post(REPLAYS, "{").expectProblem(400, "UNREADABLE");
    http.get(REPLAYS + "/999999").expectProblem(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "get, /api/admin/replays, 200",
    "get, /api/admin/parked, 200",
    "post, /api/admin/parked/retries, 200",
    "post, /api/admin/replays, 202"
  })
  void theDocumentTellsOfIt(String method, String path, int status) throws Exception {
    JsonNode document = http.get("/api/openapi").expect(200).json();
    JsonNode operation = document.path("paths").path(path).path(method);
    Reply reply =
        method.equals("get")
            ? http.get(path).expect(status)
            : http.post(path, "{\"model\": \"party\"}").expect(status);
    JsonNode schema =
        operation.at("/responses/%d/content/application~1json/schema".formatted(status));
    assertThat(schema.isMissingNode()).isFalse();
    assertThat(new Schemas(document).faults(schema, reply.json())).isEmpty();
    assertThat(operation.path("security").size()).isEqualTo(method.equals("get") ? 2 : 1);
    if (status == 202) {
      JsonNode one = document.at("/paths/~1api~1admin~1replays~1{id}/get/responses/200/content");
      JsonNode replay = over(reply.header("Location"));
      assertThat(new Schemas(document).faults(one.iterator().next().path("schema"), replay))
          .isEmpty();
    }
  }
}
