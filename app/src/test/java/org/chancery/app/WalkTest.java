package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
class WalkTest {
  private final Http http;

  WalkTest(Http http) {
    this.http = http;
  }

  @Test
  void aScheduledMeetingIsAnsweredWithTheEntryThatItRestsOn() {
    Walk.of(http, "walk-2017-us-ru");
  }

  @Test
  void anAnswerOfThePastIsGivenAgain() {
    long before = http.get("/api/journal").json().path("position").asLong();
    Reply scheduled =
        http.command(
                "ScheduleMeeting",
                """
                {"meeting": "later-known", "format": "phone", "parties": ["US", "RU"],
                 "scheduledFor": "2017-01-28"}
                """)
            .expect(201);

    String path = "/api/meetings/later-known?knownAt=position:";
    http.get(path + before).expectProblem(404, "UNKNOWN_SUBJECT");
    JsonNode known = http.get(path + scheduled.position()).expect(200).json();
    assertThat(known.at("/asOf/position").asLong()).isEqualTo(scheduled.position());
  }

  @Test
  void aSubjectWithoutAnIdGetsOneThatAnswers() {
    Reply registered = http.command("RegisterOfficial", "{\"name\": \"Jane Roe\"}").expect(201);

    String address = registered.header("Location") + "?minPosition=" + registered.position();
    assertThat(http.get(address).expect(200).json().path("name").asString()).isEqualTo("Jane Roe");
  }
}
