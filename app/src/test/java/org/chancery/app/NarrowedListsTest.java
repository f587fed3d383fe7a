package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** By what lists may be narrowed down, and what a party became. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class NarrowedListsTest {
  private final Http http;
  private long beforeSuccession;
  private long succession;

  NarrowedListsTest(Http http) {
    this.http = http;
  }

  /** Lorbrulgrud fell apart in 1950; Balnibarbi once severed its relations with Luggnagg. */
  @BeforeAll
  void aStory() {
    register("lorbrulgrud", "\"codes\":[\"LORB\"],\"existed\":\"1900-01-01/1949-12-31\"");
    beforeSuccession = register("luggnagg", "\"codes\":[]");
    succession = register("balnibarbi", "\"codes\":[],\"succeeds\":[\"LORB\"]");
    register("glubbdubdrib", "\"codes\":[]");
    official("munodi-lord", "1960-01-01", "1965-12-31");
    official("reldresal", "1980-01-01", null);
    pair("EstablishRelations", "\"on\":\"1951-01-01\"");
    pair("SeverRelations", "\"on\":\"1961-01-01\",\"reason\":\"war\"");
    pair("ResumeRelations", "\"on\":\"1963-01-01\",\"reason\":\"peace\"");
    command(
        "ScheduleMeeting",
        """
        {"meeting":"laputa-1970","format":"plenary","scheduledFor":"1970-05-05",
         "parties":["balnibarbi","luggnagg","glubbdubdrib"],
         "place":{"country":"luggnagg","locality":"Maldonada"}}
        """);
    command(
        "ExcludeParty",
        "{\"meeting\":\"laputa-1970\",\"party\":\"glubbdubdrib\",\"reason\":\"magic\"}");
  }

  private long register(String id, String more) {
    return command(
        "RegisterParty",
        "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\",%2$s}".formatted(id, more));
  }

  private void official(String id, String from, @Nullable String to) {
    command("RegisterOfficial", "{\"official\":\"%1$s\",\"name\":\"%1$s\"}".formatted(id));
    String term =
        "{\"official\":\"%s\",\"office\":\"Treasurer\",\"party\":\"balnibarbi\",\"on\":\"%s\"}";
    command("AppointOfficial", term.formatted(id, from));
    if (to != null) {
      command("EndAppointment", term.formatted(id, to));
    }
  }

  private void pair(String command, String fields) {
    command(command, "{\"parties\":[\"balnibarbi\",\"luggnagg\"],%s}".formatted(fields));
  }

  private long command(String name, String fields) {
    long position = http.command(name, fields).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  @Test
  void aPartyNamesItsSuccessorsAndTheEntriesThatSaySo() {
    JsonNode party = http.get("/api/parties/lorbrulgrud?on=1910-01-01").expect(200).json();
    assertThat(successors(party)).containsExactly("balnibarbi");
    assertThat(Reply.positions(party.at("/successors/0/entries"))).containsExactly(succession);

    JsonNode early =
        http.get("/api/parties/lorbrulgrud?on=1910-01-01&knownAt=position:" + beforeSuccession)
            .expect(200)
            .json();
    assertThat(early.path("successors").isArray()).isTrue();
    assertThat(early.path("successors")).isEmpty();
  }

  @Test
  void aListNamesTheSuccessorsToo() {
    JsonNode page = http.get("/api/parties?code=LORB").expect(200).json();
    assertThat(successors(page.at("/items/0"))).containsExactly("balnibarbi");
    JsonNode others = http.get("/api/parties?succeeds=lorb").expect(200).json();
    assertThat(ids(others, "party")).containsExactly("balnibarbi");
    assertThat(others.at("/items/0/successors")).isEmpty();
  }

  private static List<String> successors(JsonNode party) {
    return party.path("successors").valueStream().map(s -> s.path("party").asString()).toList();
  }

  private static List<String> ids(JsonNode page, String field) {
    assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
    return page.path("items").valueStream().map(item -> item.path(field).asString()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "from=1962&to=1963, munodi-lord",
    "from=1970&to=1975, ''",
    "from=1965-12-31&to=1980, munodi-lord reldresal",
    "to=1970, munodi-lord",
    "from=1980, reldresal",
    "from=1960&to=1970&office=treasurer, munodi-lord",
    "office=treasurer, reldresal"
  })
  void aSpanKeepsTheOfficialsInOfficeOnSomeDayOfIt(String query, String kept) {
    JsonNode page = http.get("/api/officials?party=balnibarbi&" + query).expect(200).json();
    assertThat(String.join(" ", ids(page, "official"))).isEqualTo(kept);
  }

  @Test
  void anOfficialNeverInOfficeIsInNoSpan() {
    command("RegisterOfficial", "{\"official\":\"yahoo\",\"name\":\"Yahoo\"}");
    assertThat(ids(http.get("/api/officials?limit=1000").json(), "official")).contains("yahoo");
    assertThat(ids(http.get("/api/officials?limit=1000&from=1900").json(), "official"))
        .contains("munodi-lord")
        .doesNotContain("yahoo");
  }

  @ParameterizedTest
  @CsvSource({
    "from=1940&to=1950, 0",
    "from=1962&to=1962, 1",
    "from=1962&to=1962&relations=severed, 1",
    "from=1964&to=1970&relations=severed, 0",
    "relations=severed, 0",
    "from=1970&to=1970, 1",
    "'', 1"
  })
  void aSpanKeepsThePairsWhoseRelationsStoodSoOnSomeDayOfIt(String query, int kept) {
    JsonNode page = http.get("/api/relationships?party=balnibarbi&" + query).expect(200).json();
    assertThat(page.path("items")).hasSize(kept);
    assertThat(page.path("total").asInt()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "excluded=glubbdubdrib, laputa-1970",
    "excluded=luggnagg, ''",
    "country=luggnagg, laputa-1970",
    "country=balnibarbi, ''",
    "country=luggnagg&excluded=balnibarbi, ''"
  })
  void meetingsAreFoundByCountryAndByWhoWasLeftOut(String query, String kept) {
    JsonNode page = http.get("/api/meetings?" + query).expect(200).json();
    assertThat(String.join(" ", ids(page, "meeting"))).isEqualTo(kept);
  }
}
