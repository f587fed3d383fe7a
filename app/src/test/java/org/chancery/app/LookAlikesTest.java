package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What looks like something on record is accepted, and the receipt names that. */
@ExtendWith(SharedLedger.class)
class LookAlikesTest {
  private static final String MEETING =
      "{\"meeting\": \"%s\", \"format\": \"bilateral\", \"parties\": [%s],"
          + " \"scheduledFor\": \"%s\"%s}";
  private static final String BONN = ", \"place\": {\"country\": \"DE\", \"locality\": \"Bonn\"}";
  private static final String BOTH = "\"US\", \"RU\"";

  private final Http http;

  LookAlikesTest(Http http) {
    this.http = http;
  }

  private Reply schedule(String meeting, String parties, String on, String place, String... more) {
    return http.command(
        "ScheduleMeeting" + String.join("", more), MEETING.formatted(meeting, parties, on, place));
  }

  private static List<String> subjects(JsonNode receipt) {
    return receipt.path("warnings").valueStream().map(w -> w.path("subject").asString()).toList();
  }

  @Test
  void aMeetingOfTheSamePartiesOnTheSameDayIsNamed() {
    long first = schedule("l-one", BOTH, "2032-02-16", BONN).expect(201).position();
    Reply second = schedule("l-two", "\"RU\", \"US\"", "2032-02-15/2032-02-17", BONN).expect(201);

    JsonNode warning = second.json().at("/warnings/0");
    assertThat(second.json().path("warnings")).hasSize(1);
    assertThat(warning.path("code").asString()).isEqualTo("LOOKS_LIKE");
    assertThat(warning.path("subject").asString()).isEqualTo("/api/meetings/l-one");
    assertThat(Reply.positions(warning.path("entries"))).contains(first);
  }

  @Test
  void anotherDayPlaceOrPartyIsNotAlikeAndAPlaceUntoldMayBe() {
    schedule("l-base", BOTH, "2032-03-16", BONN).expect(201);
    String baku = ", \"place\": {\"country\": \"DE\", \"locality\": \"Trier\"}";

    assertThat(schedule("l-day", BOTH, "2032-03-17", BONN).json().path("warnings")).isEmpty();
    assertThat(schedule("l-place", BOTH, "2032-03-16", baku).json().path("warnings")).isEmpty();
    assertThat(schedule("l-party", "\"US\", \"DE\"", "2032-03-16", BONN).json().path("warnings"))
        .isEmpty();
    assertThat(subjects(schedule("l-untold", BOTH, "2032-03-16", "").json()))
        .containsExactly("/api/meetings/l-base", "/api/meetings/l-place");
  }

  @Test
  void whatWasMovedOrCancelledIsAlikeWhereItStandsNow() {
    schedule("l-moved", BOTH, "2032-04-01", BONN).expect(201);
    http.command(
            "RescheduleMeeting", "{\"meeting\": \"l-moved\", \"scheduledFor\": \"2032-04-09\"}")
        .expect(201);
    schedule("l-off", BOTH, "2032-04-02", BONN).expect(201);
    http.command(
            "CancelMeeting", "{\"meeting\": \"l-off\", \"on\": \"2017-01-01\", \"reason\": \"r\"}")
        .expect(201);

    assertThat(schedule("l-m1", BOTH, "2032-04-01", BONN).json().path("warnings")).isEmpty();
    assertThat(schedule("l-m2", BOTH, "2032-04-02", BONN).json().path("warnings")).isEmpty();
    assertThat(subjects(schedule("l-m3", BOTH, "2032-04-09", BONN).json()))
        .containsExactly("/api/meetings/l-moved");
  }

  @Test
  void aRetryADryRunAndABulkWarnAlike() {
    schedule("l-first", BOTH, "2032-05-16", BONN).expect(201);
    Reply dry = schedule("l-again", BOTH, "2032-05-16", BONN, "?dryRun=true").expect(200);
    String line =
        MEETING
            .formatted("l-again", BOTH, "2032-05-16", BONN)
            .replaceFirst(
                "\\{",
                "{\"command\": \"ScheduleMeeting\", \"id\": \"l-key\","
                    + " \"provenance\": {\"sources\": [{\"title\": \"a log\"}]}, ");
    JsonNode entered = http.bulk(line).lines().getFirst();
    schedule("l-later", BOTH, "2032-05-16", BONN).expect(201);
    JsonNode retried = http.bulk(line).lines().getFirst();

    assertThat(subjects(dry.json())).containsExactly("/api/meetings/l-first");
    assertThat(entered.path("warnings")).isEqualTo(dry.json().path("warnings"));
    assertThat(retried.path("status").asInt()).isEqualTo(200);
    assertThat(retried.path("warnings")).isEqualTo(entered.path("warnings"));
  }

  @Test
  void aTripOfTheSameTravellerOnTheSameDaysIsNamed() {
    String trip =
        "{\"trip\": \"%s\", \"traveller\": \"tillerson-rex-w\","
            + " \"stops\": [{\"country\": \"DE\", \"dates\": \"%s\"}]}";
    http.command("PlanTrip", trip.formatted("l-trip", "2032-06-01/2032-06-04")).expect(201);

    assertThat(subjects(http.command("PlanTrip", trip.formatted("l-trip2", "2032-06-04")).json()))
        .containsExactly("/api/trips/l-trip");
    assertThat(
            http.command("PlanTrip", trip.formatted("l-trip3", "2032-06-05"))
                .json()
                .path("warnings"))
        .isEmpty();
  }

  @Test
  void whoeverIsRegisteredUnderANameThatIsTakenIsNamed() {
    String official = "{\"official\": \"%s\", \"name\": \"%s\"}";
    http.command("RegisterOfficial", official.formatted("l-ana", "Ana  Bogot\u00e1")).expect(201);

    assertThat(
            subjects(
                http.command("RegisterOfficial", official.formatted("l-ana-2", "ana Bogota\u0301"))
                    .json()))
        .containsExactly("/api/officials/l-ana");
    assertThat(
            subjects(
                http.command(
                        "RegisterParty",
                        "{\"party\": \"l-land\", \"name\": \"GERMANY\", \"kind\": \"state\"}")
                    .json()))
        .containsExactly("/api/parties/germany");
  }
}
