package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Entries as CloudEvents 1.0, pulled by the batch and streamed one by one. */
@ExtendWith(SharedLedger.class)
@Timeout(60)
@Tag("slow")
class CloudEventsTest {
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LINES = 20;

  private final Http http;

  CloudEventsTest(Http http) {
    this.http = http;
  }

  private Reply pull(String query) {
    Reply reply = http.get("/api/entries?" + query, "Accept", BATCH).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(BATCH);
    return reply;
  }

  /** By the rules of the specification: names, attributes that must be there, and no null. */
  private void isAnEvent(JsonNode event, long position) {
    JsonNode entry = http.get("/api/entries/" + position).expect(200).json();
    for (String name : event.propertyNames()) {
      assertThat(name).matches("[a-z0-9]{1,20}");
      assertThat(event.path(name).isNull()).as(name).isFalse();
    }
    assertThat(event.path("specversion").asString()).isEqualTo("1.0");
    assertThat(event.path("id").asString()).isEqualTo(entry.path("id").asString());
    assertThat(event.path("type").asString())
        .isEqualTo("org.chancery.%s.v1".formatted(entry.path("name").asString()));
    assertThat("/api/" + event.path("subject").asString())
        .isEqualTo(entry.path("subject").asString());
    assertThat(Instant.parse(event.path("time").asString()))
        .isEqualTo(entry.path("recordedAt").asString());
    assertThat(event.path("datacontenttype").asString()).isEqualTo("application/json");
    assertThat(URI.create(event.path("dataschema").asString()).isAbsolute()).isTrue();
    assertThat(URI.create(event.path("source").asString()).isAbsolute()).isTrue();
    assertThat(event.path("sequence").asString()).isEqualTo("%019d".formatted(position));
    assertThat(event.at("/data/payload")).isEqualTo(entry.path("payload"));
    assertThat(event.at("/data/sources")).isEqualTo(entry.path("sources"));
  }

  @Test
  void aBatchHoldsTheEntriesAfterAPosition() {
    Reply reply = pull("after=3&limit=4");
    assertThat(reply.json().isArray()).isTrue();
    assertThat(reply.json()).hasSize(4);
    for (int at = 0; at < 4; at++) {
      isAnEvent(reply.json().get(at), 4 + at);
    }
    assertThat(pull("after=3&limit=4&cursor=" + reply.header("Ledger-Next")).json().at("/0/id"))
        .isEqualTo(pull("after=7&limit=1").json().at("/0/id"));
  }

  @Test
  void itIsAskedForByItsFormatToo() {
    assertThat(http.get("/api/entries?format=cloudevents&limit=1").header("Content-Type"))
        .isEqualTo(BATCH);
    assertThat(pull("after=3&limit=1").json())
        .isEqualTo(http.get("/api/entries?format=cloudevents&after=3&limit=1").json());
  }

  @Test
  void theSchemaThatItNamesIsInTheDocument() {
    String schema = pull("limit=1").json().at("/0/dataschema").asString();
    JsonNode document = http.get(schema.substring(0, schema.indexOf('#'))).expect(200).json();
    JsonNode named = document.at(schema.substring(schema.indexOf('#') + 1));
    assertThat(named.isMissingNode()).isFalse();
    assertThat(new Schemas(document).faults(named, http.get("/api/entries/1").json())).isEmpty();
  }

  @Test
  void aFurtherRevisionIsAnotherType() {
    JsonNode recognized = pull("name=relationship.party-recognized&limit=1").json();
    assertThat(recognized.at("/0/type").asString())
        .isEqualTo("org.chancery.relationship.party-recognized.v2");
  }

  @Test
  void theStreamTellsThemOneByOne() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write(
          "GET /api/entries/stream?after=4&format=cloudevents HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(wire.head()).contains(" 200").contains("text/event-stream");
      String line = "";
      String id = "";
      for (int i = 0; i < LINES && !line.startsWith("data:"); i++) {
        line = wire.line();
        id = line.startsWith("id:") ? line.substring("id:".length()) : id;
      }
      assertThat(id).isEqualTo("5");
      isAnEvent(Http.json(line.substring("data:".length())), 5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "csv", "atom"})
  void theStreamHasNoOtherForm(String format) {
    http.get("/api/entries/stream?format=" + format).expectProblem(422, "INVALID_FIELDS");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=1001, 422, INVALID_LIMIT",
    "after=x, 400, UNREADABLE",
    "knownAt=position:999999, 422, AS_OF_IN_FUTURE",
    "offset=3, 422, UNKNOWN_PARAMETER"
  })
  void whatCannotBeMeantIsAProblem(String query, int status, String code) {
    http.get("/api/entries?" + query, "Accept", BATCH).expectProblem(status, code);
  }
}
