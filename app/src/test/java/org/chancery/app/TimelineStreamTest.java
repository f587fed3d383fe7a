package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
@Tag("slow")
class TimelineStreamTest {
  private static final String STREAM = "/api/timeline/stream?party=tartary";

  private final Http http;

  TimelineStreamTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aStory() {
    for (String party : List.of("tartary", "xanadu")) {
      http.command(
              "RegisterParty",
              "{\"party\":\"%s\",\"name\":\"The %s\",\"kind\":\"state\"}".formatted(party, party))
          .expect(201);
    }
    relations("EstablishRelations", "1800-01-01");
    relations("InterruptRelations", "1800-07-02");
    relations("ResumeRelations", "1990-01-01");
  }

  private void relations(String command, String on) {
    String reason = command.startsWith("Establish") ? "" : ",\"reason\":\"r\"";
    http.command(
            command, "{\"parties\":[\"tartary\",\"xanadu\"],\"on\":\"%s\"%s}".formatted(on, reason))
        .expect(201);
  }

  private List<String> fields(String name, String query, String... headers) {
    return http.get(STREAM + query, headers)
        .expect(200)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  @Test
  void historyIsToldInItsOrderAndEndsWithAnEnd() {
    List<String> data = fields("data", "&speed=36525");
    assertThat(data).hasSize(4);
    assertThat(data.get(0)).contains("1800-01-01").contains("The tartary and The xanadu");
    assertThat(data.get(1)).contains("1800-07-02");
    assertThat(data.get(2)).contains("1990-01-01");
    assertThat(data.get(3)).startsWith("{\"items\":3,\"asOf\":{");
    assertThat(fields("event", "&speed=36525")).containsExactly("end");
    assertThat(http.get(STREAM + "&speed=36525").header("Content-Type"))
        .startsWith("text/event-stream");
  }

  @Test
  void thePaceIsThatAskedForAndLongSilencesAreCutShort() {
    Instant begin = Instant.now();
    assertThat(fields("data", "&speed=182&to=1801")).hasSize(3);
    assertThat(Duration.between(begin, Instant.now()))
        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(6));
    begin = Instant.now();
    assertThat(fields("data", "&speed=1000")).hasSize(4);
    assertThat(Duration.between(begin, Instant.now()))
        .isBetween(Duration.ofMillis(2_100), Duration.ofSeconds(8));
  }

  @Test
  void whoLostTheConnectionGoesOnAsOfTheSamePoint() {
    List<String> ids = fields("id", "&speed=36525");
    assertThat(fields("data", "&speed=36525", "Last-Event-ID", ids.get(1)).getFirst())
        .contains("1990-01-01");
    List<String> rest = fields("id", "&speed=36525", "Last-Event-ID", ids.get(2));
    assertThat(rest).containsExactly("end");
    http.get(STREAM, "Last-Event-ID", "end").expect(204);
  }

  @Test
  void aPlaceInAnotherListIsNone() {
    String id = fields("id", "&speed=36525").getFirst();
    http.get("/api/timeline/stream?party=US", "Last-Event-ID", id)
        .expectProblem(400, "INVALID_CURSOR");
    http.get(STREAM + "&knownAt=position:1", "Last-Event-ID", id)
        .expectProblem(400, "INVALID_CURSOR");
  }

  @ParameterizedTest
  @CsvSource({
    "speed=0, 422, INVALID_FIELDS",
    "speed=36526, 422, INVALID_FIELDS",
    "speed=fast, 400, UNREADABLE",
    "from=yesterday, 422, INVALID_DATE",
    "knownAt=position:999999999, 422, AS_OF_IN_FUTURE"
  })
  void aReplayThatMakesNoSenseIsRefused(String query, int status, String code) {
    http.get(STREAM + "&" + query).expectProblem(status, code);
  }
}
