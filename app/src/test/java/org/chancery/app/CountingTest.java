package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Questions of how many, how long, how often, first and last. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingTest {
  private static final String MINE = "official=gulliver-lemuel";
  private final Http http;
  private long before;

  CountingTest(Http http) {
    this.http = http;
  }

  /** Gulliver went to Lilliput and Blefuscu, in some year of the 1700s to Laputa, and back. */
  @BeforeAll
  void aStory() {
    for (String party : List.of("lilliput", "blefuscu", "laputa")) {
      command("RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}", party);
    }
    command("RegisterOfficial", "{\"official\":\"gulliver-lemuel\",\"name\":\"Gulliver\"}");
    trip(
        "gulliver-1",
        "{\"country\":\"lilliput\",\"dates\":\"1699-11-05/1700-08-20\"},"
            + "{\"country\":\"blefuscu\",\"dates\":\"1700-08-20/1701-09-24\",\"places\":[\"Mildendo\"]}");
    before = trip("gulliver-2", "{\"country\":\"laputa\",\"dates\":\"170X\"}");
    trip("gulliver-3", "{\"country\":\"lilliput\",\"dates\":\"1710-01-01/1710-01-02\"}");
  }

  private long trip(String id, String stops) {
    return command(
        "RecordTrip",
        "{\"trip\":\"%s\",\"traveller\":\"gulliver-lemuel\",\"office\":\"Surgeon\",\"stops\":[%s]}",
        id,
        stops);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library that tests have
  private long command(String name, String fields, Object... values) {
    long position = http.command(name, fields.formatted(values)).expect(201).position();
    http.get("/api/trips?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private JsonNode get(String path) {
    return http.get(path).expect(200).json();
  }

  private static List<String> told(JsonNode groups) {
    List<String> told = new ArrayList<>();
    groups
        .path("groups")
        .forEach(
            group -> {
              List<String> key = new ArrayList<>();
              group.path("key").forEach(value -> key.add(value.asString()));
              told.add(String.join(" ", key) + " " + group.path("value").asLong());
            });
    return told;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "groupBy=country; lilliput 2, blefuscu 1, laputa 1",
        "groupBy=country&sort=key&order=desc; lilliput 2, laputa 1, blefuscu 1",
        "groupBy=country&sort=first; lilliput 2, laputa 1, blefuscu 1",
        "groupBy=year&sort=key; 1699 1, 1700 1, 1710 1, undetermined 1",
        "groupBy=official,country&year=1710; gulliver-lemuel lilliput 1",
        "groupBy=official&measure=days; gulliver-lemuel 691",
        "groupBy=official&measure=distinct:country; gulliver-lemuel 3",
        "groupBy=office&limit=1; Surgeon 4",
        "groupBy=place; Mildendo 1",
      })
  void aListIsCountedByGroups(String question, String answer) {
    assertThat(told(get("/api/stops?" + MINE + "&" + question)))
        .containsExactly(answer.split(", "));
  }

  @Test
  void eachGroupLeadsToItsItems() {
    for (String question : List.of("groupBy=country,year", "groupBy=month", "groupBy=place")) {
      get("/api/stops?" + MINE + "&" + question)
          .path("groups")
          .forEach(
              group ->
                  assertThat(get(group.path("items").asString()).path("total").asLong())
                      .isEqualTo(group.path("value").asLong()));
    }
  }

  @Test
  void ofTripsToSeveralCountriesEachGroupLeadsToItsItemsToo() {
    JsonNode groups = get("/api/trips?" + MINE + "&country=blefuscu&groupBy=country");
    assertThat(told(groups)).containsExactly("blefuscu 1", "lilliput 1");
    groups
        .path("groups")
        .forEach(
            group ->
                assertThat(get(group.path("items").asString()).path("total").asLong()).isOne());
  }

  @Test
  void daysThatAreNotKnownAreToldApart() {
    JsonNode group = get("/api/stops?" + MINE + "&groupBy=official&measure=days").at("/groups/0");
    assertThat(group.path("undetermined").asLong()).isOne();
    assertThat(group.path("first").asString()).isEqualTo("1699-11-05");
    assertThat(group.path("last").asString()).isEqualTo("1710-01-02");
  }

  @Test
  void whatHasNoValueIsOfNoGroup() {
    JsonNode groups = get("/api/stops?" + MINE + "&groupBy=place");
    assertThat(groups.path("total").asLong()).isEqualTo(4);
    assertThat(groups.path("ungrouped").asLong()).isEqualTo(3);
  }

  @Test
  void groupsCanBeAskedAsOfBothTimes() {
    assertThat(told(get("/api/stops?" + MINE + "&groupBy=country&knownAt=position:" + before)))
        .containsExactly("blefuscu 1", "laputa 1", "lilliput 1");
    assertThat(told(get("/api/stops?" + MINE + "&groupBy=country&on=1710-01-01")))
        .containsExactly("lilliput 1");
  }

  @Test
  void groupsAreNamedAndPaged() {
    JsonNode first = get("/api/stops?" + MINE + "&groupBy=country&limit=2");
    assertThat(first.at("/names/parties/lilliput").asString()).isEqualTo("lilliput");
    assertThat(first.path("count").asLong()).isEqualTo(3);
    JsonNode second =
        get(
            "/api/stops?%s&groupBy=country&limit=2&cursor=%s"
                .formatted(MINE, first.path("next").asString()));
    assertThat(told(second)).containsExactly("laputa 1");
    assertThat(second.path("next").isNull()).isTrue();
    http.get("/api/stops?groupBy=country&cursor=" + first.path("next").asString()).expect(400);
  }

  @Test
  void theLongestStayComesFirst() {
    JsonNode stays = get("/api/stops?" + MINE + "&sort=days&order=desc");
    assertThat(stays.at("/items/0/country").asString()).isEqualTo("blefuscu");
    assertThat(stays.at("/items/3/days").isNull()).isTrue();
    JsonNode page = get("/api/stops?" + MINE + "&sort=days&order=desc&limit=1");
    JsonNode next =
        get(
            "/api/stops?%s&sort=days&order=desc&cursor=%s"
                .formatted(MINE, page.path("next").asString()));
    assertThat(next.path("items")).hasSize(3);
    assertThat(next.at("/items/0")).isEqualTo(stays.at("/items/1"));
  }

  @Test
  void theLastTripIsTheFirstOfTheListTurnedAround() {
    assertThat(get("/api/trips?" + MINE + "&order=desc&limit=1").at("/items/0/trip").asString())
        .isEqualTo("gulliver-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/api/stops?groupBy=moon; 422; /groupBy",
        "/api/stops?groupBy=; 422; /groupBy",
        "/api/stops?groupBy=country,year,official; 422; /groupBy",
        "/api/stops?groupBy=country&measure=weight; 422; /measure",
        "/api/stops?groupBy=country&measure=distinct; 422; /measure",
        "/api/stops?groupBy=country&measure=distinct:moon; 422; /measure",
        "/api/stops?groupBy=country&sort=days; 422; /sort",
        "/api/stops?groupBy=country&limit=0; 422; /limit",
        "/api/stops?sort=weight; 422; /sort",
        "/api/stops?order=up; 422; /order",
        "/api/stops?year=MMXX; 422; /year",
        "/api/stops?month=1974-13; 422; /month",
        "/api/stops?measure=days; 422; /measure",
        "/api/parties?groupBy=kind; 422; /groupBy",
      })
  void aQuestionThatIsNotUnderstoodIsNotAnswered(String path, int status, String pointer) {
    assertThat(http.get(path).expect(status).json().at("/errors/0/pointer").asString())
        .isEqualTo(pointer);
  }
}
