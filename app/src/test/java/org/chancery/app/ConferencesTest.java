package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A conference with all that was held at it, as of both times. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ConferencesTest {
  private static final String VIENNA = "/api/conferences/vienna-1814?minPosition=";

  private final Http http;
  private long beforeSession;
  private long session;
  private long excluded;
  private long trip;

  ConferencesTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aCongress() {
    for (String party : List.of("austria-hungary", "ruritania", "graustark")) {
      command(
          "RegisterParty",
          "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}".formatted(party));
    }
    command("RegisterOfficial", "{\"official\":\"rassendyll\",\"name\":\"Rudolf Rassendyll\"}");
    convene("vienna-1814", "1814-09-18/1815-06-09", "\"series\":\"congresses of Vienna\"");
    convene("vienna-1955", "1955-05", "\"series\":\"congresses of Vienna\"");
    beforeSession = convene("vienna-committee", "1815-01/1815-02", "\"partOf\":\"vienna-1814\"");
    session = meet("vienna-plenary", "\"partOf\":\"vienna-1814\"");
    meet("vienna-dinner", "\"inMarginsOf\":\"vienna-1814\"");
    excluded =
        command(
            "ExcludeParty",
            "{\"meeting\":\"vienna-plenary\",\"party\":\"graustark\",\"reason\":\"too small\"}");
    trip =
        command(
            "PlanTrip",
            """
            {"trip":"to-vienna","traveller":"rassendyll","stops":[
             {"country":"austria-hungary","dates":"1814-10","conference":"vienna-1814"},
             {"country":"ruritania","dates":"1814-11"}]}
            """);
  }

  private long convene(String id, String dates, String more) {
    return command(
        "ConveneConference",
        """
        {"conference":"%1$s","name":"%1$s","kind":"conference","host":"austria-hungary",
         "scheduledFor":"%2$s","participants":[{"party":"ruritania","as":"guest"},
         {"number":200,"role":"envoys"}],%3$s}
        """
            .formatted(id, dates, more));
  }

  private long meet(String id, String at) {
    return command(
        "ScheduleMeeting",
        """
        {"meeting":"%s","format":"plenary","scheduledFor":"1814-11-01",
         "parties":["austria-hungary","ruritania","graustark"],%s}
        """
            .formatted(id, at));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private static List<String> each(JsonNode of, String list, String field) {
    return of.path(list).valueStream().map(item -> item.path(field).asString()).toList();
  }

  @Test
  void oneCallTellsAllThatWasHeldAtItAndWhoCame() {
    JsonNode vienna = http.get(VIENNA + trip + "&on=1814-10-01").expect(200).json();

    assertThat(vienna.path("status").asString()).isEqualTo("scheduled");
    assertThat(each(vienna, "sessions", "meeting")).containsExactly("vienna-plenary");
    assertThat(each(vienna, "inMargins", "meeting")).containsExactly("vienna-dinner");
    assertThat(each(vienna, "parts", "conference")).containsExactly("vienna-committee");
    assertThat(each(vienna, "leftOut", "party")).containsExactly("graustark");
    assertThat(each(vienna, "leftOut", "meeting")).containsExactly("vienna-plenary");
    assertThat(Reply.positions(vienna.at("/leftOut/0/entries"))).containsExactly(excluded);
    assertThat(each(vienna, "travellers", "official")).containsExactly("rassendyll");
    assertThat(vienna.at("/travellers/0/dates").asString()).isEqualTo("1814-10");
    assertThat(Reply.positions(vienna.at("/travellers/0/entries"))).containsExactly(trip);
    assertThat(vienna.at("/participants/1/number").asInt()).isEqualTo(200);
    assertThat(vienna.at("/names/officials/rassendyll").asString()).isEqualTo("Rudolf Rassendyll");
  }

  @Test
  void whatWasNotKnownThenIsNotTold() {
    JsonNode vienna =
        http.get(VIENNA + trip + "&knownAt=position:" + beforeSession).expect(200).json();
    assertThat(vienna.path("sessions")).isEmpty();
    assertThat(vienna.path("leftOut")).isEmpty();
    assertThat(vienna.path("travellers")).isEmpty();
    assertThat(vienna.path("parts")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/conferences?series=congresses-of-vienna, 2",
    "/api/conferences?series=Congresses of Vienna&to=1900, 1",
    "/api/conferences?party=ruritania&kind=conference, 3",
    "/api/conferences?partOf=vienna-1814, 1",
    "/api/conferences?partOf=vienna-committee, 0",
    "/api/meetings?conference=vienna-1814, 2",
    "/api/trips?conference=vienna-1814, 1",
    "/api/stops?conference=vienna-1814, 1",
    "/api/stops?conference=vienna-1955, 0"
  })
  void listsAreNarrowedByIt(String query, int total) {
    JsonNode list = http.get(query.replace(" ", "%20") + "&minPosition=" + trip).json();
    assertThat(list.path("total").asInt(-1)).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource({
    "groupBy=series, congresses of Vienna 2",
    "groupBy=host, austria-hungary 3",
    "groupBy=year&sort=key, 1814 1 1815 1 1955 1"
  })
  void theyAreCounted(String query, String groups) {
    JsonNode counted =
        http.get("/api/conferences?party=ruritania&" + query + "&minPosition=" + trip)
            .expect(200)
            .json();
    assertThat(
            counted
                .path("groups")
                .valueStream()
                .map(
                    group ->
                        group.path("key").iterator().next().asString()
                            + " "
                            + group.path("value").asInt()))
        .containsExactly(groups.split("(?<= \\d) "));
  }

  @Test
  void theFirstOfASeriesIsTheFirstOfItsList() {
    JsonNode first =
        http.get("/api/conferences?series=congresses-of-vienna&limit=1&minPosition=" + trip).json();
    assertThat(each(first, "items", "conference")).containsExactly("vienna-1814");
  }

  @Test
  void oneThatAMeetingNamesStays() {
    JsonNode problem =
        http.command("RetractEntry", "{\"entry\":%d,\"reason\":\"wrong\"}".formatted(beforeSession))
            .expect(201)
            .json();
    assertThat(problem.path("version").asInt()).isEqualTo(2);
    long retraction = problem.at("/entries/0/position").asLong();
    http.command("RetractEntry", "{\"entry\":%d,\"reason\":\"it was\"}".formatted(retraction))
        .expect(201);
    long vienna =
        http.get("/api/conferences/vienna-1814?on=1800-01-01&minPosition=" + trip)
            .json()
            .at("/entries/0")
            .asLong();
    JsonNode refused =
        http.command("RetractEntry", "{\"entry\":%d,\"reason\":\"wrong\"}".formatted(vienna))
            .expectProblem(409, "CONFLICTS_WITH_LATER_ENTRY")
            .json();
    assertThat(Reply.positions(refused.path("entries"))).contains(session, trip);
  }

  @Test
  void inABulkOneIsNamedAtOnce() {
    String source = "\"provenance\":{\"authority\":\"A\",\"rationale\":\"r\"}";
    List<JsonNode> answers =
        http.bulk(
                """
                {"command":"ConveneConference","conference":"bulk-c","name":"c","kind":"summit","scheduledFor":"2001",%1$s}
                {"command":"ScheduleMeeting","meeting":"bulk-m","format":"dinner","scheduledFor":"2001","parties":["US","RU"],"partOf":"bulk-c",%1$s}
                """
                    .formatted(source))
            .expect(200)
            .lines();
    assertThat(answers).allMatch(answer -> answer.path("status").asInt() == 201);
  }

  @Test
  void itIsExplainedByItsEntries() {
    String words =
        http.get(
                "/api/conferences/vienna-1814/explanation?minPosition=" + trip,
                "Accept",
                "text/plain")
            .expect(200)
            .body();
    assertThat(words).contains("vienna-1814 is to be held").contains("is overdue");
  }

  @Test
  void aParticipantInNoKnownFormIsToldWhatForms() {
    JsonNode problem =
        http.command(
                "ConveneConference",
                """
                {"name":"c","kind":"summit","scheduledFor":"2001",
                 "participants":[{"party":"RU"},{"official":"a","name":"b"}]}
                """)
            .expectProblem(422, "INVALID_FIELDS")
            .json();
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/participants/1");
    assertThat(problem.at("/errors/0/message").asString())
        .isEqualTo(
            "must be {party, as?} or {official, party?} or {name, party?} or {number, role}");
  }
}
