package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The walk of the contract: from a command to the answer that cites its entry. */
final class Walk {

  private Walk() {}

  /** Wants the United States and Russia registered. */
  static void of(Http http, String meeting) {
    Reply entered =
        http.command(
                "ScheduleMeeting",
                """
                {"meeting": "%s", "format": "bilateral", "parties": ["US", "RU"],
                 "participants": [{"name": "Sergei Lavrov", "party": "RU"}],
                 "scheduledFor": "2017-02-16", "topics": ["counter-terrorism"],
                 "provenance": {"authority": "U.S. Department of State",
                   "rationale": "first ministerial contact"}}
                """
                    .formatted(meeting))
            .expect(201);
    expectReceipt(entered, meeting);
    expectCitation(http, entered);
  }

  private static void expectReceipt(Reply entered, String meeting) {
    JsonNode receipt = entered.json();
    assertThat(entered.header("Location")).isEqualTo("/api/meetings/" + meeting);
    assertThat(entered.header("ETag")).isEqualTo("\"1\"");
    assertThat(receipt.path("subject").asString()).isEqualTo("/api/meetings/" + meeting);
    assertThat(receipt.path("version").asLong()).isEqualTo(1);
    assertThat(receipt.path("entries")).hasSize(1);
    assertThat(receipt.at("/entries/0/position").asLong()).isEqualTo(entered.position());
    assertThat(receipt.at("/entries/0/name").asString()).isEqualTo("meeting.scheduled");
    assertThat(receipt.at("/entries/0/revision").asInt()).isEqualTo(1);
  }

  private static void expectCitation(Http http, Reply entered) {
    String address = entered.header("Location") + "?minPosition=" + entered.position();
    JsonNode meeting = http.get(address).expect(200).json();
    assertThat(Reply.positions(meeting.path("entries"))).isEqualTo(List.of(entered.position()));
    assertThat(meeting.at("/parties/0").asString()).isEqualTo("united-states");
    assertThat(meeting.path("status").asString()).isEqualTo("overdue");
    assertThat(meeting.at("/asOf/position").asLong()).isGreaterThanOrEqualTo(entered.position());
    assertThat(meeting.at("/asOf/on").asString()).isNotBlank();
  }
}
