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

/** A party that has ceased to exist has no relations, and a question about it says so. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtinctPartiesTest {
  private final Http http;

  ExtinctPartiesTest(Http http) {
    this.http = http;
  }

  /** Grauenstein was severed from Bergen in 1846, existed until 1850, and Bergen succeeds it. */
  @BeforeAll
  void aStory() {
    tell(
        "RegisterParty",
        "{'party':'grauenstein','name':'Grauenstein','kind':'state','existed':'1836-03-02/1850'}");
    tell(
        "RegisterParty",
        "{'party':'bergenland','name':'Bergenland','kind':'state','succeeds':['grauenstein']}");
    tell("RegisterParty", "{'party':'lutha','name':'Lutha','kind':'state'}");
    tell("RegisterParty", "{'party':'karlova','name':'Karlova','kind':'state'}");
    tell(
        "RecordMeetingHeld",
        "{'format':'bilateral','parties':['grauenstein','karlova'],'heldOn':'1848-05-05'}");
    tell("EstablishRelations", "{'parties':['grauenstein','bergenland'],'on':'1837-03-03'}");
    tell("SeverRelations", "{'parties':['grauenstein','bergenland'],'on':'1846','reason':'war'}");
    tell("EstablishRelations", "{'parties':['grauenstein','lutha'],'on':'1837-03-03'}");
    tell(
        "RegisterParty",
        "{'party':'ixania','name':'Ixania','kind':'state','existed':'1900-06/..'}");
    long last = tell("EstablishRelations", "{'parties':['ixania','lutha'],'on':'1900'}");
    http.get("/api/parties?limit=1&minPosition=" + last).expect(200);
  }

  private long tell(String command, String fields) {
    return http.command(command, fields.replace('\'', '"')).expect(201).position();
  }

  private JsonNode of(String other, String on) {
    return http.get("/api/relationships/grauenstein/%s?on=%s".formatted(other, on))
        .expect(200)
        .json();
  }

  @ParameterizedTest
  @CsvSource({
    "bergenland, 1830-01-01, none",
    "bergenland, 1836-06-01, unknown",
    "bergenland, 1849-12-31, severed",
    "bergenland, 1850-06-01, indeterminate",
    "bergenland, 1851-01-01, ended",
    "bergenland, 2026-01-01, ended",
    "lutha, 1849-12-31, established",
    "lutha, 2026-01-01, ended",
  })
  void relationsEndWithAPartyAndDoNotBeginBeforeIt(String other, String on, String state) {
    JsonNode relations = of(other, on).path("diplomaticRelations");

    assertThat(relations.path("state").asString()).isEqualTo(state);
    assertThat(relations.path("entries").isEmpty()).isEqualTo(state.equals("unknown"));
  }

  @Test
  void theAnswerNamesTheEndAndTheSuccessorAndCitesTheirEntries() {
    JsonNode answer = of("bergenland", "2026-01-01");
    JsonNode absence = answer.at("/absences/0");

    assertThat(answer.path("status").asString()).isEqualTo("ended");
    assertThat(answer.at("/representation/level").asString()).isEqualTo("none");
    assertThat(answer.at("/representation/entries")).isEqualTo(absence.path("entries")).hasSize(1);
    assertThat(absence.path("party").asString()).isEqualTo("grauenstein");
    assertThat(absence.path("ended").asBoolean()).isTrue();
    assertThat(absence.path("on").asString()).isEqualTo("1850");
    assertThat(absence.at("/successors/0/party").asString()).isEqualTo("bergenland");
    assertThat(absence.at("/successors/0/entries")).hasSize(1);
    String words =
        http.get("/api/relationships/grauenstein/bergenland/explanation?on=2026-01-01")
            .expect(200)
            .json()
            .at("/answer/says")
            .asString();
    assertThat(words).contains("Grauenstein had ceased to exist (1850)", "Bergenland");
  }

  @Test
  void aPartyThatPerhapsHadNotBegunLeavesItsRelationsOpen() {
    JsonNode answer = http.get("/api/relationships/ixania/lutha?on=1900-06-15").expect(200).json();
    JsonNode relations = answer.path("diplomaticRelations");

    assertThat(relations.path("state").asString()).isEqualTo("indeterminate");
    assertThat(relations.path("between").valueStream().map(JsonNode::asString))
        .containsExactly("unknown", "established", "none");
    assertThat(answer.path("status").asString()).isEqualTo("indeterminate");
    assertThat(answer.at("/absences/0/party").asString()).isEqualTo("ixania");
    assertThat(answer.at("/absences/0/ended").asBoolean(true)).isFalse();
    assertThat(relations.path("entries").toString())
        .contains(answer.at("/absences/0/entries/0").toString());
    JsonNode words =
        http.get("/api/relationships/ixania/lutha/explanation?on=1900-06-15").expect(200).json();
    assertThat(words.at("/answer/says").asString())
        .contains("Ixania may not have begun to exist (1900-06)");
    assertThat(http.get("/api/relationships?relations=none&on=1900-06-15").expect(200).body())
        .doesNotContain("ixania");
  }

  @Test
  void theHistoryEndsWithTheParty() {
    List<JsonNode> segments =
        http.get("/api/relationships/grauenstein/lutha/history")
            .expect(200)
            .json()
            .path("items")
            .valueStream()
            .toList();

    assertThat(segments.getFirst().path("status").asString()).isEqualTo("none");
    assertThat(segments.getLast().path("from").asString()).isEqualTo("1851-01-01");
    assertThat(segments.getLast().path("status").asString()).isEqualTo("ended");
  }

  @ParameterizedTest
  @CsvSource({
    "severed, on=2026-01-01, ",
    "established, on=2026-01-01, ",
    "ended, on=2026-01-01, bergenland karlova lutha",
    "unknown, on=2026-01-01, ",
    "severed, on=1849-01-01, bergenland",
    "established, on=1849-01-01, lutha",
    "ended, on=1849-01-01, ",
    "unknown, on=1849-01-01, karlova",
    "indeterminate, on=1850-06-01, bergenland karlova lutha",
    "unknown, on=1850-06-01, ",
    "established, on=2026-01-01&from=1840&to=1841, bergenland lutha",
    "established, on=2026-01-01&from=1900&to=1901, ",
    "ended, on=2026-01-01&from=1900&to=1901, bergenland lutha",
  })
  void aListOfThoseInAStateHoldsWhoStoodInIt(String state, String query, String others) {
    JsonNode page =
        http.get("/api/relationships?party=grauenstein&relations=%s&%s".formatted(state, query))
            .expect(200)
            .json();

    List<String> expected = others == null ? List.of() : List.of(others.split(" "));
    assertThat(
            page.path("items")
                .valueStream()
                .flatMap(item -> item.path("parties").valueStream())
                .map(JsonNode::asString)
                .filter(id -> !id.equals("grauenstein")))
        .containsExactlyElementsOf(expected);
    assertThat(page.path("total").asInt()).isEqualTo(expected.size());
    if (query.equals("on=2026-01-01")) {
      assertThat(page.path("items"))
          .allMatch(item -> item.path("status").asString().equals("ended"));
    }
  }

  @Test
  void nothingBeginsAfterTheEnd() {
    http.command(
            "ResumeRelations",
            "{\"parties\":[\"grauenstein\",\"bergenland\"],\"on\":\"1860\",\"reason\":\"r\"}")
        .expectProblem(409, "PARTY_NOT_EXTANT");
  }
}
