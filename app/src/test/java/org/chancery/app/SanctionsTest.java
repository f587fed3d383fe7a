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

/** Who has sanctions on whom, and what that makes of their relationship. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SanctionsTest {
  private static final String RECORD = "/api/sanctions/league-ruritania";

  private final Http http;
  private long lifted;

  SanctionsTest(Http http) {
    this.http = http;
  }

  /** The League has sanctions on Ruritania and its Regent, and Graustark is a member of it. */
  @BeforeAll
  void sanctions() {
    for (String party : List.of("ruritania", "graustark", "sylvania")) {
      tell("RegisterParty", "{'party':'%1$s','name':'%1$s','kind':'state'}".formatted(party));
    }
    tell("RegisterParty", "{'party':'the-league','name':'The League','kind':'organization'}");
    tell("RegisterOfficial", "{'official':'regent-of-ruritania','name':'The Regent'}");
    tell("EstablishRelations", "{'parties':['ruritania','graustark'],'on':'1850'}");
    tell(
        "ThreatenSanctions",
        about("'by':['the-league'],'against':['ruritania'],'on':'1899-05-01','reason':'a coup'"));
    tell(
        "ImposeSanctions",
        about(
            "'by':['the-league'],'against':['ruritania'],'measures':['trade','travel-ban'],"
                + "'persons':[{'official':'regent-of-ruritania','party':'ruritania'}],"
                + "'legalBasis':'Resolution 1','on':'1900-01-01','reason':'a coup'"));
    tell("EaseSanctions", about("'measures':['travel-ban'],'on':'1901','reason':'an election'"));
    lifted = tell("LiftSanctions", about("'on':'1903-01-01','reason':'a constitution'"));
  }

  private static String about(String fields) {
    return "{'sanction':'league-ruritania'," + fields + "}";
  }

  private long tell(String command, String fields) {
    long position = http.command(command, fields.replace('\'', '"')).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private JsonNode get(String path) {
    return http.get(path).expect(200).json();
  }

  private static List<String> all(JsonNode items, String field) {
    return items.valueStream().map(item -> item.path(field).asString()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1899-06-01, threatened, '', unknown",
    "1900-06-01, in-force, travel-ban trade, strained",
    "1902-06-01, eased, travel-ban, strained",
    "1903-01-01, lifted, travel-ban, unknown"
  })
  void sanctionsInForceOrEasedStrainTheRelationshipOfThoseBetweenWhomTheyAre(
      String on, String state, String measures, String status) {
    JsonNode sanctions = get(RECORD + "?on=" + on);
    assertThat(sanctions.path("state").asString()).isEqualTo(state);
    assertThat(
            String.join(
                " ", sanctions.path("measures").valueStream().map(JsonNode::asString).toList()))
        .isEqualTo(measures);
    JsonNode pair = get("/api/relationships/ruritania/the-league?on=" + on);
    assertThat(pair.path("status").asString()).isEqualTo(status);
    assertThat(all(pair.path("sanctions"), "state")).containsExactly(state);
  }

  @Test
  void whileTheDatesLeaveOpenWhetherTheyWereImposedSoDoesTheStatus() {
    long imposed =
        tell(
            "ImposeSanctions",
            "{'sanction':'graustark-sylvania','by':['graustark'],'against':['sylvania'],"
                + "'measures':['other'],'on':'1910','reason':'a quarrel'}");
    JsonNode pair = get("/api/relationships/sylvania/graustark?on=1910-06-01");
    assertThat(pair.path("status").asString()).isEqualTo("indeterminate");
    assertThat(pair.path("between").valueStream().map(JsonNode::asString))
        .containsExactly("unknown", "strained");
    assertThat(pair.path("entries").valueStream().map(JsonNode::asLong)).containsExactly(imposed);
    assertThat(get("/api/relationships/sylvania/graustark/history").path("total").asInt())
        .isEqualTo(3);
  }

  @Test
  void sanctionsOfAnOrganizationAreNotThoseOfItsMembers() {
    JsonNode pair = get("/api/relationships/ruritania/graustark?on=1900-06-01");
    assertThat(pair.path("status").asString()).isEqualTo("normal");
    assertThat(pair.path("sanctions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "by=the-league, 1",
    "by=ruritania, 0",
    "against=ruritania, 1",
    "party=ruritania, 1",
    "official=regent-of-ruritania&on=1900-06-01, 1",
    "official=regent-of-ruritania&on=1899-06-01, 0",
    "by=the-league&measure=trade&on=1901-06-01, 1",
    "by=the-league&measure=trade&on=1902-01-01, 0",
    "by=the-league&state=eased&on=1902-01-01, 1",
    "by=the-league&state=in-force&on=1902-01-01, 0"
  })
  void listsAreFilteredByEitherSideMeasureAndState(String filters, int total) {
    assertThat(get("/api/sanctions?" + filters).path("total").asInt()).isEqualTo(total);
  }

  @Test
  void listsAreCounted() {
    JsonNode counted =
        get("/api/sanctions?groupBy=state,year&measure=count&by=the-league&on=1900-06-01");
    assertThat(counted.at("/groups/0/key/state").asString()).isEqualTo("in-force");
    assertThat(counted.at("/groups/0/key/year").asString()).isEqualTo("1899");
    assertThat(get(counted.at("/groups/0/items").asString()).at("/items/0/sanction").asString())
        .isEqualTo("league-ruritania");
  }

  @Test
  void whatWasNotYetKnownIsNotTold() {
    String before = "&knownAt=position:" + (lifted - 1);
    assertThat(get(RECORD + "?on=1903-06-01" + before).path("state").asString()).isEqualTo("eased");
    assertThat(
            get("/api/relationships/ruritania/the-league?on=1903-06-01" + before)
                .path("status")
                .asString())
        .isEqualTo("strained");
  }

  @Test
  void theExplanationOfARelationshipTellsOfItsSanctions() {
    JsonNode why = get("/api/relationships/ruritania/the-league/explanation?on=1900-06-01");
    assertThat(why.at("/answer/says").asString())
        .contains("sanctions of The League against ruritania and The Regent (travel ban and trade)")
        .contains("in force since 1900-01-01");
    assertThat(all(why.path("steps"), "name"))
        .containsExactly(
            "sanction.threatened", "sanction.imposed", "sanction.eased", "sanction.lifted");
  }

  @Test
  void aDryRunSaysWhatRetractingAnEntryWouldChange() {
    JsonNode answers =
        http.command(
                "RetractEntry?dryRun=true",
                "{\"entry\":%d,\"reason\":\"misread\"}".formatted(lifted))
            .expect(200)
            .json()
            .path("answers");
    assertThat(all(answers, "model")).contains("sanction", "timeline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "'by':[],'against':['ruritania'],'measures':['trade'];INVALID_FIELDS;/by",
        "'by':['graustark'],'measures':['trade'];INVALID_FIELDS;/against",
        "'by':['graustark'],'against':['graustark'],'measures':['trade'];SELF_RELATION;/against",
        "'by':['graustark'],'against':['ruritania'];INVALID_FIELDS;/measures",
        "'by':['graustark'],'against':['ruritania'],'measures':['scorn'];INVALID_FIELDS;/measures",
        "'by':['graustark'],'against':['el-dorado'],'measures':['trade'];UNKNOWN_PARTY;/against/0"
      })
  void whatMeansNothingIsPointedAt(String fields, String code, String pointer) {
    String body = "{%s,'on':'1900','reason':'why'}".formatted(fields).replace('\'', '"');
    JsonNode problem = http.command("ImposeSanctions", body).expectProblem(422, code).json();
    assertThat(problem.at("/errors/0/pointer").asString()).startsWith(pointer);
  }
}
