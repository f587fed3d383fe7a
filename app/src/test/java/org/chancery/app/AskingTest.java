package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class AskingTest {
  private final Http http;

  AskingTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "on=2017, 422, INVALID_DATE",
    "on=2017-02-30, 422, INVALID_DATE",
    "on=yesterday, 422, INVALID_DATE",
    "knownAt=2017-02, 422, INVALID_DATE",
    "knownAt=2017-02-30, 422, INVALID_DATE",
    "knownAt=position:, 422, INVALID_DATE",
    "knownAt=position:-1, 422, INVALID_DATE",
    "knownAt=position:999999999, 422, AS_OF_IN_FUTURE",
    "knownAt=9999-01-01T00:00:00Z, 422, AS_OF_IN_FUTURE",
    "minPosition=soon, 400, UNREADABLE",
    "minPosition=99999999999999999999, 400, UNREADABLE",
    "limit=0, 422, INVALID_LIMIT",
    "limit=1001, 422, INVALID_LIMIT",
    "limit=many, 400, UNREADABLE",
    "cursor=x, 400, INVALID_CURSOR",
    "cursor=%00, 400, INVALID_CURSOR",
    "from=16-02-2017, 422, INVALID_DATE",
    "to=never, 422, INVALID_DATE"
  })
  void aQuestionThatMakesNoSenseIsAnsweredWithItsProblem(String query, int status, String code) {
    http.get("/api/meetings?" + query).expectProblem(status, code);
  }

  @Test
  void whatIsNotTakenInWithinFiveSecondsIsNotYetAnswered() {
    Instant before = Instant.now();
    http.get("/api/parties?minPosition=999999999").expectProblem(503, "NOT_YET");
    assertThat(Duration.between(before, Instant.now()))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/entries", "/api/changes"})
  void aDayThatBoundsRecordedTimeIsWithinItsBounds(String list) {
    Instant recorded =
        Instant.parse(http.get("/api/entries/1").json().path("recordedAt").asString());
    LocalDate day = LocalDate.ofInstant(recorded, ZoneOffset.UTC);
    long first = total(list + "?from=" + day);
    assertThat(first).isPositive().isEqualTo(total(list + "?from=" + day.minusDays(1)));
    assertThat(total(list + "?to=" + day.minusDays(1))).isZero();
    assertThat(total(list + "?knownAt=" + day.minusDays(1))).isZero();
  }

  private long total(String address) {
    return http.get(address).expect(200).json().path("total").asLong(-1);
  }

  @Test
  void aDayWhoseEndHasNotComeIsNotAnsweredAsIfItHad() {
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    http.get("/api/meetings?knownAt=" + tomorrow).expectProblem(422, "AS_OF_IN_FUTURE");
  }

  @Test
  void anAnswerSaysAsOfWhenItHolds() {
    JsonNode asOf =
        http.get("/api/parties/russia?on=2017-02-16&knownAt=position:2").json().path("asOf");
    assertThat(asOf.path("on").asString()).isEqualTo("2017-02-16");
    assertThat(asOf.path("position").asLong()).isEqualTo(2);
    assertThat(Instant.parse(asOf.path("knownAt").asString())).isBefore(Instant.now());
  }

  @Test
  void aPartyGoesByItsCodesInAnyCase() {
    for (String name : new String[] {"russia", "RUSSIA", "RU", "rus"}) {
      JsonNode party = http.get("/api/parties/" + name).expect(200).json();
      assertThat(party.path("party").asString()).isEqualTo("russia");
    }
  }

  @Test
  void aListThatKeepsNothingIsEmptyAndNotLeftOut() {
    JsonNode page = http.get("/api/meetings?party=nato&status=cancelled").expect(200).json();
    assertThat(page.path("items").isArray()).isTrue();
    assertThat(page.path("items")).isEmpty();
    assertThat(page.path("total").asInt(-1)).isZero();
  }

  @Test
  void thePagesOfAListHoldEachItemOnce() {
    JsonNode all = http.get("/api/parties").json();
    JsonNode page = http.get("/api/parties?limit=1").json();
    int seen = 1;
    while (page.has("next")) {
      assertThat(page.path("total").asInt()).isEqualTo(all.path("total").asInt());
      page = http.get("/api/parties?limit=1&cursor=" + page.path("next").asString()).json();
      seen += page.path("items").size();
    }
    assertThat(seen).isEqualTo(all.path("total").asInt());
  }
}
