package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A trip is seen by its host, whoever travels. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsTest {
  private final Http http;
  private long recorded;

  VisitsTest(Http http) {
    this.http = http;
  }

  /** Guests of Laputa: Lord Munodi in 1708 and perhaps 1710, and the official Gulliver in 1709. */
  @BeforeAll
  void aStory() {
    register("laputa");
    register("lagado");
    command("RegisterOfficial", "{\"official\":\"gulliver\",\"name\":\"Lemuel Gulliver\"}");
    recorded = visit("munodi-1708", MUNODI, "1708-02-16/1708-02-18", ",\"visitKind\":\"state\"");
    visit("gulliver-1709", "\"gulliver\"", "1709-02-16", "");
    long last = visit("munodi-1710", MUNODI, "1710-05", ",\"visitKind\":\"private\"");
    http.get("/api/visits?limit=1&minPosition=" + last).expect(200);
  }

  private static final String MUNODI =
      "{\"name\":\"Münodi\",\"title\":\"Lord\",\"party\":\"lagado\"}";

  private void register(String id) {
    command(
        "RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}".formatted(id));
  }

  private long visit(String id, String traveller, String dates, String kind) {
    return command(
        "RecordTrip",
        """
        {"trip":"%s","traveller":%s,"host":"laputa"%s,
         "stops":[{"country":"laputa","places":["The Island"],"dates":"%s"}]}
        """
            .formatted(id, traveller, kind, dates));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private JsonNode get(String query) {
    return http.get(query).expect(200).json();
  }

  private List<String> trips(String query) {
    return get(query)
        .path("items")
        .valueStream()
        .map(item -> item.path("trip").asString())
        .toList();
  }

  @Test
  void aVisitTellsWhoCameAsWhoseGuest() {
    JsonNode visit = get("/api/visits/munodi-1708");

    assertThat(visit.at("/visitor/name").asString()).isEqualTo("Münodi");
    assertThat(visit.at("/visitor/title").asString()).isEqualTo("Lord");
    assertThat(visit.path("country").asString()).isEqualTo("lagado");
    assertThat(visit.path("host").asString()).isEqualTo("laputa");
    assertThat(visit.path("kind").asString()).isEqualTo("state");
    assertThat(visit.path("days").asInt()).isEqualTo(3);
    assertThat(visit.at("/names/parties/lagado").asString()).isEqualTo("lagado");
    assertThat(visit.at("/entries/0").asLong()).isEqualTo(recorded);
    assertThat(get("/api/visits/gulliver-1709").path("visitor").asString()).isEqualTo("gulliver");
    assertThat(get("/api/visits/gulliver-1709").path("kind").asString()).isEqualTo("unspecified");
  }

  @Test
  void tripsNameTheirTravellersWhoAreNotRegistered() {
    JsonNode trip = get("/api/trips/munodi-1708");
    assertThat(trip.at("/traveller/name").asString()).isEqualTo("Münodi");
    assertThat(trip.path("host").asString()).isEqualTo("laputa");
    assertThat(trip.path("visitKind").asString()).isEqualTo("state");
    assertThat(get("/api/stops?country=laputa").path("items")).hasSize(3);
    assertThat(http.get("/api/trips/munodi-1708/explanation").body()).contains("Lord Münodi");
    assertThat(get("/api/timeline?party=lagado").at("/items/0/summary").asString())
        .isEqualTo("Lord Münodi (lagado) visits laputa (The Island)");
  }

  @ParameterizedTest
  @CsvSource({
    "host=laputa, 3",
    "host=laputa&kind=state, 1",
    "host=laputa&kind=transit, 0",
    "country=lagado, 2",
    "visitor=Lord%20M%C3%BCnodi, 2",
    "visitor=munodi, 2",
    "visitor=gulliver, 1",
    "host=laputa&from=1709&to=1709, 1",
    "host=laputa&year=1708, 1",
    "host=laputa&place=the%20island, 3",
    "host=lagado, 0"
  })
  void visitsAreFoundByHostCountryVisitorKindAndDays(String query, int total) {
    assertThat(get("/api/visits?" + query).path("total").asInt()).isEqualTo(total);
  }

  @Test
  void onADayThoseAreToldThatLastOrMayLast() {
    assertThat(trips("/api/visits?host=laputa&on=1708-02-17")).containsExactly("munodi-1708");
    assertThat(get("/api/visits?host=laputa&on=1708-02-17").at("/items/0/lasts").asString())
        .isEqualTo("yes");
    assertThat(get("/api/visits?host=laputa&on=1710-05-09").at("/items/0/lasts").asString())
        .isEqualTo("indeterminate");
    assertThat(trips("/api/visits?host=laputa&on=1708-02-19")).isEmpty();
  }

  @Test
  void visitsAreCounted() {
    JsonNode groups = get("/api/visits?host=laputa&groupBy=visitor");
    assertThat(groups.at("/groups/0/key/visitor").asString()).isEqualTo("Lord Münodi");
    assertThat(groups.at("/groups/0/value").asInt()).isEqualTo(2);
    assertThat(get(groups.at("/groups/0/items").asString()).path("total").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"visitor=munody", "host=lapyta", "country=lagada"})
  void whoIsNotKnownIsRefusedWithThoseThatMayBeMeant(String query) {
    assertThat(http.get("/api/visits?" + query).expect(422).json().path("suggestions"))
        .isNotEmpty();
  }

  @Test
  void aFaultyTravellerIsRefusedWhereItStands() {
    for (String traveller :
        List.of("{}", "{\"title\":\"Lord\"}", "7", "{\"value\":\"gulliver\"}")) {
      JsonNode problem =
          http.command("PlanTrip", "{\"traveller\":%s,\"stops\":[]}".formatted(traveller))
              .expectProblem(422, "INVALID_FIELDS")
              .json();
      assertThat(problem.at("/errors/0/pointer").asString()).as(traveller).startsWith("/traveller");
    }
    http.command("PlanTrip", "{\"traveller\":{\"name\":\"X\",\"party\":\"qqqqq\"},\"stops\":[]}")
        .expectProblem(422, "UNKNOWN_PARTY");
    http.command("PlanTrip", "{\"traveller\":{\"name\":\" \"},\"stops\":[]}")
        .expectProblem(422, "INVALID_FIELDS");
    http.command("PlanTrip", "{\"traveller\":\"gulliver\",\"stops\":[],\"visitKind\":\"state\"}")
        .expectProblem(422, "INVALID_FIELDS");
  }

  @Test
  void aCorrectedKindChangesTheVisit() {
    register("maldonada");
    long first =
        command(
            "RecordTrip",
            """
            {"trip":"munodi-1720","traveller":{"name":"Another"},"host":"maldonada",
             "visitKind":"state","stops":[{"country":"maldonada","dates":"1720"}]}
            """);
    long corrected =
        command(
            "CorrectEntry",
            "{\"entry\":%d,\"reason\":\"misread\",\"visitKind\":\"working\"}".formatted(first));
    assertThat(get("/api/visits/munodi-1720?minPosition=" + corrected).path("kind").asString())
        .isEqualTo("working");
    assertThat(get("/api/visits/munodi-1720?knownAt=position:" + first).path("kind").asString())
        .isEqualTo("state");
    assertThat(get("/api/changes?subject=/api/trips/munodi-1720&from=position:" + first).toString())
        .contains("/api/visits/munodi-1720");
  }
}
