package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A question that cannot be answered is told which of its parameters is to blame. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class QuestionFaultsTest {
  private final Http http;

  QuestionFaultsTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetings, on=2017, INVALID_DATE",
    "/api/meetings, knownAt=yesterday, INVALID_DATE",
    "/api/meetings, knownAt=position:999999999, AS_OF_IN_FUTURE",
    "/api/meetings, from=16-02-2017, INVALID_DATE",
    "/api/meetings, to=never, INVALID_DATE",
    "/api/meetings, to=2016&from=2017, VALID_TIME_REVERSED",
    "/api/relationships/US/RU/history, to=2016-12&from=2017, VALID_TIME_REVERSED",
    "/api/timeline, to=2016&from=2017, VALID_TIME_REVERSED",
    "/api/timeline/stream, to=2016&from=2017, VALID_TIME_REVERSED",
    "/api/meetings, limit=0, INVALID_LIMIT",
    "/api/meetings, cursor=x, INVALID_CURSOR",
    "/api/meetings, status=lost, INVALID_FIELDS",
    "/api/entries, from=2017, INVALID_DATE",
    "/api/entries, knownAt=9999-01-01T00:00:00Z, AS_OF_IN_FUTURE",
    "/api/changes, from=position:999999999, AS_OF_IN_FUTURE",
    "/api/changes, to=never, INVALID_DATE",
    "/api/audit/reads, day=2017, INVALID_DATE",
    "/api/audit/reads, knownAt=yesterday, INVALID_DATE",
    "/api/admin/parked, on=2017, INVALID_DATE",
    "/api/entries/1/proof, minPosition=x, INVALID_DATE",
    "/api/proofs/keys, knownAt=yesterday, INVALID_DATE",
    "/api/exports, knownAt=position:1, UNKNOWN_PARAMETER",
    "/api/exports, minPosition=1, UNKNOWN_PARAMETER",
    "/api/meetings, party=%01, INVALID_FIELDS",
    "/api/meetings, place=%00Bonn, INVALID_FIELDS",
    "/api/trips, official=%1F%20, INVALID_FIELDS",
    "/api/entries, text=%01, INVALID_FIELDS",
    "/api/meetings, party=%E2%80%8B, INVALID_FIELDS"
  })
  void theFaultNamesTheParameter(String path, String query, String code) {
    JsonNode problem = http.get(path + "?" + query).json();
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(problem.at("/errors/0/pointer").asString())
        .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
  }

  @Test
  void anAnswerTellsThatItIsNotToBeKeptByOthersNorTakenForAnythingElse() {
    for (String path : new String[] {"/api/exports", "/checkpoint", "/api/parties"}) {
      Reply answer = http.get(path).expect(200);
      assertThat(answer.header("Cache-Control")).as(path).contains("private");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    }
  }

  @Test
  void aSpanThatSomeReadingDoesNotReverseIsNoFault() {
    assertThat(http.get("/api/meetings?from=2017-06&to=2017").status()).isEqualTo(200);
    assertThat(http.get("/api/meetings?from=2017&to=2017-01-01").status()).isEqualTo(200);
  }

  @Test
  void aParameterThatIsNotKnownIsRefusedWithThoseThatAre() {
    JsonNode problem =
        http.get("/api/meetings?partie=US&stat=held&party=US")
            .expectProblem(422, "UNKNOWN_PARAMETER")
            .json();
    assertThat(problem.path("errors").valueStream().map(fault -> fault.path("pointer").asString()))
        .containsExactlyInAnyOrder("/partie", "/stat");
    assertThat(problem.at("/errors/0/message").asString())
        .contains("party, place")
        .contains("knownAt")
        .contains("cursor");
  }

  /** As the contract has them, with all that every read and every list takes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties?from=&to=",
        "/api/officials/tillerson-rex-w/trips?from=2017&to=2017&limit=1",
        "/api/trips?official=&office=&country=&place=&from=2017&to=2017&status=",
        "/api/stops?official=&office=&country=&place=&from=2017&to=2017&on=2017-02-16",
        "/api/meetings?party=&official=&place=&format=&status=&from=2017&to=2017",
        "/api/statements?party=&official=&about=&topic=&stance=&attribution=&status=&from=2017",
        "/api/positions?party=&official=&topic=&on=2017-02-16",
        "/api/conferences?party=&official=&series=&partOf=&place=&country=&kind=&status=&from=2017",
        "/api/cooperations?party=&field=&state=&limit=1",
        "/api/agreements?party=&kind=&field=&state=&limit=1",
        "/api/missions?sending=&receiving=&official=&on=",
        "/api/missions/US/RU?on=1952-06-01",
        "/api/sanctions?by=&against=&party=&official=&measure=&state=&limit=1",
        "/api/relationships?party=&limit=1",
        "/api/relationships/US/RU?on=2017-02-16",
        "/api/relationships/US/RU/history?on=2017-02-16&limit=1",
        "/api/timeline?party=&official=&from=2017&to=2017",
        "/api/entries?subject=&source=&after=0",
        "/api/entries/1?knownAt=position:1",
        "/api/journal?minPosition=1"
      })
  void allThatTheContractNamesIsKnown(String query) {
    assertThat(http.get(query).code()).isNotEqualTo("UNKNOWN_PARAMETER");
  }
}
