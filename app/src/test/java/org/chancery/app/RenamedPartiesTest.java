package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A party is called what it was called on the day asked about, and found by all of its names. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenamedPartiesTest {
  private final Http http;
  private long registered;
  private long renamed;
  private long last;

  RenamedPartiesTest(Http http) {
    this.http = http;
  }

  /** Luggnagg was Old Luggnagg to 1726, and became Trildrogdrib on some day of 1800. */
  @BeforeAll
  void aStory() {
    registered = register("luggnagg", "Old Luggnagg");
    register("balnibarbi", "Balnibarbi");
    renamed = rename("luggnagg", "Luggnagg", "1726-10-28");
    rename("luggnagg", "Trildrogdrib", "1800");
    command(
        "EstablishCooperation",
        """
        {"cooperation":"lugg-baln","parties":["luggnagg","balnibarbi"],"field":"immortality",
         "on":"1700"}
        """);
    register("glubbdubdrib-east", "Glubbdubdrib");
    register("glubbdubdrib-west", "Glubbdubdrib");
    last = rename("glubbdubdrib-west", "Island of Sorcerers", "1750-01-01");
    http.get("/api/parties?limit=1&minPosition=" + last).expect(200);
  }

  private long register(String id, String name) {
    return command(
        "RegisterParty",
        "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(id, name));
  }

  private long rename(String id, String name, String on) {
    return command(
        "RenameParty", "{\"party\":\"%s\",\"name\":\"%s\",\"on\":\"%s\"}".formatted(id, name, on));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private JsonNode get(String query) {
    return http.get(query).expect(200).json();
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01, Old Luggnagg",
    "1726-10-27, Old Luggnagg",
    "1726-10-28, Luggnagg",
    "1799-12-31, Luggnagg",
    "1800-12-31, Trildrogdrib",
    "2020-01-01, Trildrogdrib",
  })
  void aPartyIsCalledWhatItWasCalledOnTheDay(String on, String name) {
    JsonNode party = get("/api/parties/luggnagg?on=" + on);

    assertThat(party.path("name").asString()).isEqualTo(name);
    assertThat(party.path("possibleNames")).isEmpty();
    assertThat(party.at("/names/parties/luggnagg").asString()).isEqualTo(name);
    assertThat(party.path("called")).hasSize(3);
  }

  @Test
  void anImpreciseRenamingLeavesTheNameOpenlyUndetermined() {
    JsonNode party = get("/api/parties/luggnagg?on=1800-06-01");

    assertThat(party.path("name").isNull()).isTrue();
    assertThat(party.path("possibleNames").valueStream().map(JsonNode::asString))
        .containsExactly("Luggnagg", "Trildrogdrib");
    assertThat(party.at("/names/parties/luggnagg").asString())
        .isEqualTo("Luggnagg or Trildrogdrib");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/cooperations?party=luggnagg&on=1710-01-01, Old Luggnagg",
    "/api/cooperations/lugg-baln?on=1727-01-01, Luggnagg",
    "/api/relationships/luggnagg/balnibarbi?on=1720-01-01, Old Luggnagg",
    "/api/relationships/luggnagg/balnibarbi, Trildrogdrib",
    "/api/timeline?party=luggnagg&on=1700-06-06, Old Luggnagg"
  })
  void answersNamePartiesAsTheyWereCalledThen(String query, String name) {
    assertThat(get(query).at("/names/parties/luggnagg").asString("")).isEqualTo(name);
  }

  @Test
  void summariesAndExplanationsSpeakOfThemByTheNamesOfTheDay() {
    assertThat(http.get("/api/cooperations/lugg-baln/explanation?on=1727-01-01").body())
        .contains("Luggnagg and Balnibarbi")
        .doesNotContain("Old Luggnagg")
        .doesNotContain("Trildrogdrib");
    assertThat(http.get("/api/timeline?party=balnibarbi&on=1700-06-01").body())
        .contains("Old Luggnagg");
  }

  @Test
  void aRenamingStandsOnTheTimelineWithTheNameBeforeIt() {
    assertThat(
            get("/api/timeline?party=luggnagg")
                .path("items")
                .valueStream()
                .map(item -> item.path("summary").asString()))
        .contains("Old Luggnagg is renamed Luggnagg", "Luggnagg is renamed Trildrogdrib");
  }

  @Test
  void whatWasNotKnownYetIsNotTold() {
    JsonNode before = get("/api/parties/luggnagg?on=1727-01-01&knownAt=position:" + registered);
    assertThat(before.path("name").asString()).isEqualTo("Old Luggnagg");
    assertThat(before.path("entries").valueStream().map(JsonNode::asLong))
        .containsExactly(registered);
  }

  @Test
  void aRenamingChangesTheAnswerFromItsDayOn() {
    JsonNode changes =
        get(
            "/api/changes?subject=/api/parties/luggnagg&from=position:%d&to=position:%d"
                .formatted(renamed - 1, renamed));
    JsonNode difference = changes.at("/items/0/answers/0/differences/0");
    assertThat(difference.path("from").asString()).isEqualTo("1726-10-28");
    assertThat(difference.at("/fields/0/field").asString()).isEqualTo("name");
    assertThat(difference.at("/fields/0/after").asString()).isEqualTo("Luggnagg");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties/Old%20Luggnagg",
    "/api/parties/Trildrogdrib",
    "/api/parties/trildrogdrib?on=1700-01-01"
  })
  void aPartyIsFoundByEachNameThatItEverHad(String query) {
    assertThat(get(query).path("party").asString()).isEqualTo("luggnagg");
  }

  @Test
  void listsAreFilteredByFormerNamesAndSuggestThemWhereMisspelt() {
    assertThat(get("/api/parties?name=trildrog").path("total").asLong()).isEqualTo(1);
    assertThat(get("/api/cooperations?party=old+luggnagg").path("total").asLong()).isEqualTo(1);
    JsonNode problem =
        http.get("/api/cooperations?party=trildrogdrip").expectProblem(422, "UNKNOWN_PARTY").json();
    assertThat(problem.path("suggestions").valueStream().map(JsonNode::asString))
        .containsExactly("luggnagg");
  }

  @Test
  void aNameThatTwoHadMeansTheOneThatHadItOnTheDay() {
    assertThat(get("/api/parties/Glubbdubdrib?on=1760-01-01").path("party").asString())
        .isEqualTo("glubbdubdrib-east");
    http.get("/api/parties/Glubbdubdrib?on=1700-01-01").expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void aPartyIsFoundByVariantNamesAndNeverCalledSo() {
    long added =
        command("AddVariantNames", "{\"party\":\"luggnagg\",\"names\":[\"Luggnag Realm\"]}");
    JsonNode party = get("/api/parties/Luggnag%20Realm?minPosition=" + added);
    assertThat(party.path("party").asString()).isEqualTo("luggnagg");
    assertThat(party.path("variantNames").valueStream().map(JsonNode::asString))
        .containsExactly("Luggnag Realm");
    assertThat(party.path("name").asString()).isEqualTo("Trildrogdrib");
    http.command("AddVariantNames", "{\"party\":\"luggnagg\",\"names\":[]}")
        .expectProblem(422, "INVALID_FIELDS");
  }

  @Test
  void whoeverTakesANameThatAnotherHadIsPointedOut() {
    JsonNode receipt =
        http.command(
                "RenameParty",
                "{\"party\":\"balnibarbi\",\"name\":\"Old Luggnagg\",\"on\":\"1900\"}",
                "Idempotency-Key",
                "a-name-of-another")
            .expect(201)
            .json();
    assertThat(receipt.at("/warnings/0/code").asString()).isEqualTo("LOOKS_LIKE");
    assertThat(receipt.at("/warnings/0/subject").asString()).isEqualTo("/api/parties/luggnagg");
  }

  @Test
  void aRenamingOfNobodyIsRefused() {
    http.command("RenameParty", "{\"party\":\"qqqqq\",\"name\":\"Q\",\"on\":\"1900\"}")
        .expectProblem(404, "UNKNOWN_SUBJECT");
    http.command("RenameParty", "{\"party\":\"luggnagg\",\"name\":\"Luggnagg\",\"on\":\"1750\"}")
        .expectProblem(409, "ALREADY_NAMED");
    http.command("RenameParty", "{\"party\":\"luggnagg\",\"name\":\" \",\"on\":\"1750\"}")
        .expectProblem(422, "INVALID_FIELDS");
  }
}
