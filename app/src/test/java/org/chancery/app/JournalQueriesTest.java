package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class JournalQueriesTest {
  private static final long BEYOND = 999_999_999;

  private final Http http;

  JournalQueriesTest(Http http) {
    this.http = http;
  }

  private JsonNode entries(String query) {
    return http.get("/api/entries?" + query).expect(200).json();
  }

  @ParameterizedTest
  @CsvSource({
    "parties/RU, parties/russia",
    "/api/parties/RUS, parties/russia",
    "relationships/russia/united-states, relationships/russia/united-states",
    "relationships/united-states/russia, relationships/russia/united-states",
    "/api/relationships/US/RU, relationships/russia/united-states",
    "/api/meetings/bonn-2017-us-ru, meetings/bonn-2017-us-ru"
  })
  void aSubjectIsFoundHoweverItsAddressIsWritten(String written, String subject) {
    JsonNode found = entries("subject=" + written);
    assertThat(found.path("total").asInt()).isPositive();
    assertThat(found.path("items"))
        .allSatisfy(
            entry -> assertThat(entry.path("subject").asString()).isEqualTo("/api/" + subject));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relationships/US", "relationships/a/b/c", "parties/", "x", "/", "//"})
  void whatIsNoSubjectIsRefused(String written) {
    http.get("/api/entries?subject=" + written).expect(422);
  }

  @ParameterizedTest
  @CsvSource({
    "sourceRecord=3993&release=2020-11-19, 1",
    "sourceRecord=3913&release=2025-03-06, 1",
    "sourceRecord=3913&release=2020-11-19, 0", // of another release
    "sourceRecord=913&release=2025-03-06, 0", // the end of another number
    "sourceRecord=3913, 1",
    "release=2020-11-19, 1",
    "sourceRecord=%22%5B(%5C&release=2020-11-19, 0",
  })
  void aRecordOfASourceIsFoundByItsNumberInARelease(String query, int total) {
    assertThat(entries(query + "&subject=trips/tillerson-bonn-2017").path("total").asInt())
        .isEqualTo(total);
  }

  @Test
  void theTotalCountsWhatIsBehindThePosition() {
    int all = entries("knownAt=position:10").path("total").asInt();
    JsonNode behind = entries("knownAt=position:10&after=4&limit=2");
    assertThat(all).isEqualTo(10);
    assertThat(behind.path("total").asInt()).isEqualTo(6);
    assertThat(behind.at("/items/0/position").asInt()).isEqualTo(5);
  }

  @Test
  @Timeout(20)
  void aStreamFromBeyondTheHeadIsRefused() {
    http.get("/api/entries/stream?after=" + BEYOND).expectProblem(422, "AS_OF_IN_FUTURE");
    http.get("/api/entries/stream", "Last-Event-ID", Long.toString(BEYOND))
        .expectProblem(422, "AS_OF_IN_FUTURE");
  }

  @Test
  void theJournalSaysAsOfWhenItStandsSo() {
    JsonNode now = http.get("/api/journal").expect(200).json();
    assertThat(now.at("/asOf/position").asLong()).isEqualTo(now.path("position").asLong());
    JsonNode then = http.get("/api/journal?knownAt=position:4").expect(200).json();
    assertThat(then.path("position").asLong()).isEqualTo(4);
    assertThat(then.at("/entries/party.registered").asLong()).isEqualTo(4);
    assertThat(then.path("entries")).hasSize(1);
    assertThat(then.path("recordedAt")).isEqualTo(then.at("/asOf/knownAt"));
  }

  @Test
  void anEntryIsAnsweredWithTheAsOfAndNotBeforeItWasRecorded() {
    JsonNode entry = http.get("/api/entries/3?knownAt=position:3").expect(200).json();
    assertThat(entry.path("position").asLong()).isEqualTo(3);
    assertThat(entry.at("/asOf/position").asLong()).isEqualTo(3);
    http.get("/api/entries/3?knownAt=position:2").expectProblem(404, "UNKNOWN_SUBJECT");
  }
}
