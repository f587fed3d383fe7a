package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
class HeldMeetingsTest {
  private final Http http;

  HeldMeetingsTest(Http http) {
    this.http = http;
  }

  @Test
  void whatWasHeldAtSomeTimeOfThisMonthIsTheLastContactAndNotTheNext() {
    for (String party : List.of("nemedia", "ophir")) {
      http.command(
              "RegisterParty",
              "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(party, party))
          .expect(201);
    }
    YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    Reply held =
        http.command(
            "RecordMeetingHeld",
            """
            {"meeting":"held-this-month","format":"phone","heldOn":"%s",
             "parties":["nemedia","ophir"]}
            """
                .formatted(month));

    long position = held.expect(201).position();
    JsonNode now =
        http.get("/api/relationships/nemedia/ophir?minPosition=" + position).expect(200).json();
    assertThat(now.at("/lastContact/meeting").asString("")).isEqualTo("held-this-month");
    assertThat(now.path("nextContact").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012/..", "2012/", "../2012", "/2012"})
  void aMeetingThatWasHeldHasBegunAndEnded(String heldOn) {
    Reply reply =
        http.command(
            "RecordMeetingHeld",
            """
            {"meeting":"held-for-ever","format":"phone","heldOn":"%s","parties":["US","RU"]}
            """
                .formatted(heldOn));
    JsonNode problem = reply.expectProblem(422, "INVALID_DATE").json();
    assertThat(problem.path("detail").asString(""))
        .startsWith("heldOn: ")
        .contains("has begun and ended");
  }
}
