package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was to take place, and of which nothing says whether it did. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverdueTest {
  private static final String NO_OUTCOME = "no outcome is on record";
  private final Http http;

  OverdueTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aStory() {
    for (String party : List.of("balnibarbi", "maldonada")) {
      command(
          "RegisterParty",
          "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\",\"codes\":[]}"
              .formatted(party));
    }
    command("RegisterOfficial", "{\"official\":\"gulliver\",\"name\":\"Lemuel Gulliver\"}");
    command(
        "ScheduleMeeting",
        """
        {"meeting":"mildendo-1726","format":"bilateral","scheduledFor":"1726-10-28",
         "parties":["balnibarbi","maldonada"]}
        """);
    long last =
        command(
            "PlanTrip",
            """
            {"trip":"gulliver-1726","traveller":"gulliver",
             "stops":[{"country":"maldonada","dates":"1726-10-28/1726-11-01"}]}
            """);
    http.get("/api/parties?limit=1&minPosition=" + last).expect(200);
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetings/mildendo-1726, 1726-10-28, scheduled, 1726-10-29",
    "/api/trips/gulliver-1726,    1726-11-01, planned,   1726-11-02"
  })
  void aSingleAnswerAndItsExplanationSaySo(String address, String until, String before, String on) {
    assertThat(status(address + "?on=" + until)).isEqualTo(before);
    assertThat(status(address + "?on=" + on)).isEqualTo("overdue");
    assertThat(status(address)).isEqualTo("overdue");
    assertThat(http.get(address + "/explanation?on=" + until).expect(200).body())
        .doesNotContain(NO_OUTCOME);
    assertThat(http.get(address + "/explanation?on=" + on).expect(200).body()).contains(NO_OUTCOME);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetings?party=maldonada,  scheduled, 1726-10-28",
    "/api/trips?official=gulliver,  planned,   1726-11-01"
  })
  void listsKeepItByThatStatus(String list, String before, String until) {
    assertThat(total(list + "&status=overdue")).isEqualTo(1);
    assertThat(total(list + "&status=%s".formatted(before))).isZero();
    assertThat(total(list + "&status=overdue&on=" + until)).isZero();
    assertThat(total(list + "&status=%s&on=%s".formatted(before, until))).isEqualTo(1);
  }

  @Test
  void stopsAreNotAskedForByIt() {
    http.get("/api/stops?official=gulliver&status=overdue").expectProblem(422, "INVALID_FIELDS");
  }

  @Test
  void theTimelineSaysSoOnceTheDayHasPassed() {
    String timeline = "/api/timeline?party=maldonada&official=gulliver";
    assertThat(summary(timeline)).contains("is to visit", NO_OUTCOME);
    assertThat(summary(timeline + "&on=1726-11-01")).doesNotContain(NO_OUTCOME);
    assertThat(summary("/api/timeline?party=balnibarbi")).contains("are to meet", NO_OUTCOME);
  }

  @Test
  void aRelationshipNamesItAsNeitherLastNorNextContact() {
    JsonNode before = relationship("1726-10-27");
    assertThat(before.at("/nextContact/status").asString()).isEqualTo("scheduled");
    assertThat(before.path("overdueContacts")).isEmpty();

    JsonNode after = relationship("1727-01-01");
    assertThat(after.path("nextContact").isNull()).isTrue();
    assertThat(after.path("lastContact").isNull()).isTrue();
    assertThat(after.at("/overdueContacts/0/meeting").asString()).isEqualTo("mildendo-1726");
    assertThat(after.at("/overdueContacts/0/status").asString()).isEqualTo("overdue");
    assertThat(
            http.get("/api/relationships/balnibarbi/maldonada/explanation?on=1727-01-01")
                .expect(200)
                .body())
        .contains(NO_OUTCOME + " of mildendo-1726");
  }

  private JsonNode relationship(String on) {
    return http.get("/api/relationships/balnibarbi/maldonada?on=" + on).expect(200).json();
  }

  private String status(String address) {
    return http.get(address).expect(200).json().path("status").asString();
  }

  private int total(String list) {
    return http.get(list).expect(200).json().path("total").asInt();
  }

  private String summary(String list) {
    return http.get(list).expect(200).json().at("/items/0/summary").asString();
  }
}
