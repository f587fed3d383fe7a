package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class HeldMeetingsTest {
  private final Http http;

  HeldMeetingsTest(Http http) {
    this.http = http;
  }

  @Test
  void whatWasHeldAtSomeTimeOfThisMonthIsTheLastContactAndNotTheNext() {
    register("nemedia", "ophir");
    YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    Reply held = hold("held-this-month", month, "nemedia", "ophir");

    long position = held.expect(201).position();
    JsonNode now =
        http.get("/api/relationships/nemedia/ophir?minPosition=" + position).expect(200).json();
    assertThat(now.at("/lastContact/meeting").asString("")).isEqualTo("held-this-month");
    assertThat(now.path("nextContact").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2012/.., HELD_IN_FUTURE, the last day of 2012/.. has not come yet",
    "../2012, INVALID_DATE, has begun and ended",
    "/2012, INVALID_DATE, has begun and ended"
  })
  void aMeetingThatWasHeldHasBegunAndEnded(String heldOn, String code, String why) {
    JsonNode problem = hold("held-for-ever", heldOn, "US", "RU").expectProblem(422, code).json();
    assertThat(problem.path("detail").asString("")).contains(why);
  }

  @Test
  void aMeetingMayHaveEndedWhenNobodyKnows() {
    register("corinthia", "argos");
    long position = hold("held-long", "2012/", "corinthia", "argos").expect(201).position();
    JsonNode meeting =
        http.get("/api/meetings/held-long?minPosition=" + position).expect(200).json();
    assertThat(meeting.path("heldOn").asString("")).isEqualTo("2012/");
  }

  private void register(String... parties) {
    for (String party : parties) {
      http.command(
              "RegisterParty",
              "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(party, party))
          .expect(201);
    }
  }

  private Reply hold(String meeting, Object heldOn, String first, String second) {
    return http.command(
        "RecordMeetingHeld",
        """
        {"meeting":"%s","format":"phone","heldOn":"%s","parties":["%s","%s"]}
        """
            .formatted(meeting, heldOn, first, second));
  }
}
