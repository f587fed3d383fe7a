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

/** What became of an agreement, and who was bound by it, as of both times. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsTest {
  private static final String TREATY = "/api/agreements/tamoanchan";

  private final Http http;
  private long inForce;
  private long corrected;

  AgreementsTest(Http http) {
    this.http = http;
  }

  /** A treaty of Aztlan and Cibola, to which Quivira acceded and which Aztlan left. */
  @BeforeAll
  void aTreaty() {
    for (String party : List.of("aztlan", "cibola", "quivira")) {
      tell("RegisterParty", "{'party':'%1$s','name':'%1$s','kind':'state'}".formatted(party));
    }
    tell("RegisterOfficial", "{'official':'envoy-of-aztlan','name':'The Envoy'}");
    tell(
        "AdoptAgreement",
        "{'agreement':'tamoanchan','title':'Treaty of Tamoanchan','kind':'treaty',"
            + "'parties':['aztlan','cibola'],'field':'salt trade','on':'1900-01-01'}");
    tell(
        "SignAgreement",
        about("'party':'aztlan','by':{'official':'envoy-of-aztlan'},'on':'1900-01-02'"));
    tell("ConsentToBeBound", about("'party':'cibola','means':'ratification','on':'1900-02'"));
    tell("ConsentToBeBound", about("'party':'aztlan','means':'ratification','on':'1900-03-01'"));
    inForce = tell("BringIntoForce", about("'on':'1900'"));
    tell("ConsentToBeBound", about("'party':'quivira','means':'accession','on':'1905-05-05'"));
    tell(
        "WithdrawFromAgreement",
        about("'party':'aztlan','notified':'1910-01-01','effective':'1911-01-01'"));
    corrected =
        tell(
            "CorrectEntry",
            "{'entry':%d,'on':'1900-06-01','reason':'the gazette'}".formatted(inForce));
  }

  private static String about(String fields) {
    return "{'agreement':'tamoanchan'," + fields + "}";
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

  private JsonNode member(String party, String query) {
    return get(TREATY + query)
        .path("parties")
        .valueStream()
        .filter(each -> each.path("party").asString().equals(party))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatItIsDependsOnTheDayAndOnWhatWasKnown() {
    JsonNode before = get(TREATY + "?on=1900-05-01&knownAt=position:" + inForce);
    assertThat(before.path("state").asString()).isEqualTo("indeterminate");
    assertThat(before.path("between").valueStream().map(JsonNode::asString))
        .containsExactly("adopted", "in-force");
    assertThat(get(TREATY + "?on=1900-05-01").path("state").asString()).isEqualTo("adopted");
    JsonNode after = get(TREATY + "?on=1900-06-01");
    assertThat(after.path("state").asString()).isEqualTo("in-force");
    assertThat(after.path("since").asString()).isEqualTo("1900-06-01");
    assertThat(after.at("/history/1/entries/0").asLong()).isEqualTo(corrected);
  }

  @ParameterizedTest
  @CsvSource({
    "aztlan, 1900-01-01, negotiating",
    "aztlan, 1900-02-01, signatory",
    "cibola, 1900-02-14, indeterminate",
    "aztlan, 1910-12-31, bound",
    "aztlan, 1911-01-01, withdrawn",
    "quivira, 1905-05-05, bound"
  })
  void eachPartyStandsToItByWhatItDidItself(String party, String on, String standing) {
    assertThat(member(party, "?on=" + on).path("standing").asString()).isEqualTo(standing);
  }

  @Test
  void noticeOfAWithdrawalIsShownBeforeItTakesEffect() {
    assertThat(member("aztlan", "?on=1909-12-31").path("withdrawal").isNull()).isTrue();
    assertThat(member("aztlan", "?on=1910-01-01").at("/withdrawal/effective").asString())
        .isEqualTo("1911-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "party=aztlan, 1",
    "party=quivira&on=1905-05-04, 0",
    "party=quivira&on=1905-05-05, 1",
    "party=aztlan&party=quivira&on=1906-01-01, 1",
    "party=aztlan&kind=treaty&field=salt-trade&state=in-force&on=1900-06-01, 1",
    "party=aztlan&state=adopted&on=1900-06-01, 0",
    "party=aztlan&kind=protocol, 0"
  })
  void listsAreFilteredByPartyKindFieldAndState(String filters, int total) {
    assertThat(get("/api/agreements?" + filters).path("total").asInt()).isEqualTo(total);
  }

  @Test
  void listsAreCounted() {
    JsonNode counted = get("/api/agreements?groupBy=field,state&party=cibola&on=1901-01-01");
    assertThat(counted.at("/groups/0/key/field").asString()).isEqualTo("salt trade");
    assertThat(counted.at("/groups/0/key/state").asString()).isEqualTo("in-force");
    assertThat(counted.at("/groups/0/value").asInt()).isEqualTo(1);
    assertThat(get(counted.at("/groups/0/items").asString()).at("/items/0/agreement").asString())
        .isEqualTo("tamoanchan");
  }

  @Test
  void whoSignedIsFoundOnTheTimelineAndCalledByName() {
    JsonNode items = get("/api/timeline?official=envoy-of-aztlan").path("items");
    assertThat(all(items, "summary"))
        .containsExactly("aztlan signs Treaty of Tamoanchan, by The Envoy");
    assertThat(get(TREATY + "?on=1901-01-01").at("/names/officials/envoy-of-aztlan").asString())
        .isEqualTo("The Envoy");
  }

  @Test
  void whatACorrectionChangesIsTold() {
    JsonNode answers =
        get("/api/changes?subject=%s&from=position:%d".formatted(TREATY, corrected - 1))
            .at("/items/0/answers");
    assertThat(all(answers, "model")).contains("agreement", "timeline");
  }

  @Test
  void anotherSourcesAccountCanBeFollowed() {
    tell(
        "RecordAccount",
        ("{'entry':%d,'as':{'command':'BringIntoForce','on':'1900-07-01'},"
                + "'provenance':{'sources':[{'title':'An almanac','publisher':'Almanac of Mu'}]}}")
            .formatted(corrected));
    assertThat(get(TREATY + "?on=1900-06-15").path("state").asString()).isEqualTo("in-force");
    assertThat(get(TREATY + "?on=1900-06-15").at("/accounts/0/differs/0/field").asString())
        .isEqualTo("on");
    assertThat(
            get(TREATY + "?on=1900-06-15&accordingTo=Almanac%20of%20Mu").path("state").asString())
        .isEqualTo("adopted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "SignAgreement;'party':'quivira','by':{'name':'A','official':'b'},'on':'1901';"
            + "INVALID_FIELDS;/by",
        "SignAgreement;'party':'quivira','on':'2999';HELD_IN_FUTURE;/on",
        "SignAgreement;'party':'el-dorado','on':'1901';UNKNOWN_PARTY;/party",
        "ConsentToBeBound;'party':'quivira','means':'applause','on':'1901';INVALID_FIELDS;/means",
        "WithdrawFromAgreement;'party':'cibola','notified':'1920','effective':'1919';"
            + "VALID_TIME_REVERSED;/effective",
        "TerminateAgreement;'on':'1950';REASON_REQUIRED;/reason"
      })
  void whatMeansNothingIsPointedAt(String command, String fields, String code, String pointer) {
    JsonNode problem =
        http.command(command, about(fields).replace('\'', '"')).expectProblem(422, code).json();
    assertThat(problem.at("/errors/0/pointer").asString()).startsWith(pointer);
  }
}
