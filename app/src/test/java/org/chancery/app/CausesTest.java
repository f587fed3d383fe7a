package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who ended something, and over what, as answers tell it. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CausesTest {
  private final Http http;
  private long cause;

  CausesTest(Http http) {
    this.http = http;
  }

  /** Borduria threatened Syldavia; what the two had between them was ended over that. */
  @BeforeAll
  void aBreach() {
    for (String party : List.of("syldavia", "borduria", "san-theodoros")) {
      tell("RegisterParty", "{'party':'%1$s','name':'%1$s','kind':'state'}", party);
    }
    tell("RegisterOfficial", "{'official':'alcazar','name':'Alcazar'}");
    cause =
        tell(
            "ThreatenSanctions",
            "{'sanction':'borduria-1939','by':['borduria'],'against':['syldavia'],'on':'1939-05-01','reason':'a"
                + " claim on its throne'}");
    begin();
    end();
  }

  private void begin() {
    tell(
        "EstablishCooperation",
        "{'cooperation':'rockets','parties':['syldavia','borduria'],'field':'rockets','on':'1935'}");
    tell("EstablishRelations", "{'parties':['syldavia','borduria'],'on':'1920'}");
    tell(
        "ScheduleMeeting",
        "{'meeting':'klow','format':'bilateral','parties':['syldavia','borduria'],'scheduledFor':'1939-06-01'}");
    tell(
        "ConveneConference",
        "{'conference':'klow-summit','name':'Summit','kind':'summit','scheduledFor':'1939-07-01'}");
    tell(
        "PlanTrip",
        "{'trip':'alcazar-1939','traveller':'alcazar','stops':[{'country':'borduria','dates':'1939-06-02'}]}");
    tell(
        "AdoptAgreement",
        "{'agreement':'pact','title':'Pact','kind':'treaty','parties':['syldavia','borduria'],'field':'peace','on':'1930'}");
    tell(
        "ImposeSanctions",
        "{'sanction':'syldavia-1936','by':['syldavia'],'against':['borduria'],'measures':['trade'],'on':'1936','reason':'why"
            + " not'}");
    tell(
        "AppointHeadOfMission",
        "{'sending':'syldavia','receiving':'borduria','name':'A. Envoy','on':'1936'}");
  }

  private void end() {
    tell("SuspendCooperation", "{'cooperation':'rockets','on':'1939-05-02',%s}");
    tell("SeverRelations", "{'parties':['syldavia','borduria'],'on':'1939-05-02',%s}");
    tell("CancelMeeting", "{'meeting':'klow','on':'1939-05-02',%s}");
    tell("CancelConference", "{'conference':'klow-summit','on':'1939-05-02',%s}");
    tell("CancelTrip", "{'trip':'alcazar-1939','on':'1939-05-02',%s}");
    tell("TerminateAgreement", "{'agreement':'pact','on':'1939-05-02',%s}");
    tell(
        "LiftSanctions",
        "{'sanction':'syldavia-1936','on':'1939-05-02','reason':'a"
            + " threat','because':{'entry':CAUSE}}");
    tell(
        "EndMission",
        "{'sending':'syldavia','receiving':'borduria','name':'A."
            + " Envoy','on':'1939-05-02','because':{'entry':CAUSE}}");
  }

  private long tell(String command, String fields, String... values) {
    String filled =
        fields.contains("%") && values.length > 0 ? fields.formatted((Object[]) values) : fields;
    long position = http.command(command, filled(filled)).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private String filled(String fields) {
    return fields
        .replace("%s", "'reason':'a threat','by':['syldavia'],'because':{'entry':CAUSE}")
        .replace("CAUSE", Long.toString(cause))
        .replace('\'', '"');
  }

  private JsonNode get(String path) {
    return http.get(path).expect(200).json();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/cooperations/rockets, cooperation.suspended",
    "/api/relationships/syldavia/borduria, relationship.severed",
    "/api/meetings/klow, meeting.cancelled",
    "/api/conferences/klow-summit, conference.cancelled",
    "/api/trips/alcazar-1939, trip.cancelled",
    "/api/agreements/pact, agreement.terminated",
    "/api/sanctions/syldavia-1936, sanction.lifted",
  })
  void anAnswerTellsWhoEndedItAndOverWhat(String address, String event) {
    JsonNode answer = get(address + "?on=1940-01-01");
    JsonNode ending = answer.at("/endings/0");
    assertThat(ending.path("event").asString()).as(answer.toString()).isEqualTo(event);
    assertThat(ending.at("/by/0").asString()).isEqualTo("syldavia");
    assertThat(ending.at("/because/entry").asLong()).isEqualTo(cause);
    assertThat(ending.at("/because/address").asString()).isEqualTo("/api/entries/" + cause);
    JsonNode told = answer.at("/causes/0");
    assertThat(told.path("entry").asLong()).isEqualTo(cause);
    assertThat(told.path("event").asString()).isEqualTo("sanction.threatened");
    assertThat(told.path("says").asString()).contains("borduria threatens sanctions");
    assertThat(told.path("supersededBy").isNull()).isTrue();
    assertThat(answer.at("/names/parties/syldavia").asString()).isEqualTo("syldavia");

    assertThat(get(address + "?on=1939-05-01").path("endings")).isEmpty();
    assertThat(get(address + "?on=1939-05-01").at("/causes").toString()).doesNotContain("lifted");
  }

  @Test
  void aTermAtTheHeadOfAMissionTellsOverWhatItEnded() {
    JsonNode answer = get("/api/missions/syldavia/borduria?on=1940-01-01");
    assertThat(answer.at("/predecessor/because/entry").asLong()).isEqualTo(cause);
    assertThat(answer.at("/causes/0/entry").asLong()).isEqualTo(cause);
  }

  @Test
  void theTimelineAndTheExplanationSayIt() {
    String words =
        ", by syldavia, because of entry %d (borduria threatens sanctions against syldavia: a claim"
            + " on its throne [1939-05-01])";
    String timeline = get("/api/timeline?party=syldavia&from=1939-05-02").toString();
    assertThat(timeline)
        .contains("suspended (rockets): a threat" + words.formatted(cause))
        .contains("severed: a threat" + words.formatted(cause));
    JsonNode explained = get("/api/cooperations/rockets/explanation?on=1940-01-01");
    assertThat(explained.at("/answer/says").asString())
        .contains("cooperation suspended on 1939-05-02" + words.formatted(cause));
    assertThat(explained.path("text").asString()).contains("a threat" + words.formatted(cause));
  }

  @Test
  void aPartyAloneNeedsNoListAndACauseMayBeNamedByItsKey() {
    tell(
        "EstablishCooperation",
        "{'cooperation':'by-key','parties':['syldavia','borduria'],'field':'maps','on':'1935'}");
    String key = "cause-by-key";
    long threat =
        http.command(
                "ThreatenSanctions",
                filled(
                    "{'sanction':'keyed','by':['borduria'],'against':['syldavia'],'on':'1939-05-01','reason':'why'}"),
                "Idempotency-Key",
                key)
            .expect(201)
            .position();
    long ended =
        tell(
            "TerminateCooperation",
            "{'cooperation':'by-key','on':'1939-05-03','reason':'why','by':'SYLDAVIA','because':{'entry':'cause-by-key'}}");
    JsonNode payload = get("/api/entries/" + ended).path("payload");
    assertThat(payload.at("/because/entry").asLong()).isEqualTo(threat);
    assertThat(payload.at("/by").toString()).isEqualTo("[\"syldavia\"]");
  }

  @Test
  void whatIsNotOnRecordIsNotSaid() {
    tell(
        "EstablishCooperation",
        "{'cooperation':'untold','parties':['syldavia','borduria'],'field':'maps','on':'1935'}");
    tell("TerminateCooperation", "{'cooperation':'untold','on':'1939-05-03','reason':'why'}");
    JsonNode answer = get("/api/cooperations/untold?on=1940-01-01");
    assertThat(answer.at("/endings/0/by")).isEmpty();
    assertThat(answer.at("/endings/0/because").isNull()).isTrue();
    assertThat(answer.at("/endings/0/reason").asString()).isEqualTo("why");
    assertThat(answer.path("causes")).isEmpty();
    assertThat(get("/api/cooperations/untold/explanation?on=1940-01-01").toString())
        .doesNotContain(", by ");
  }

  @Test
  void aCauseThatIsRetractedIsToldAsRetracted() {
    Map<String, Long> at = new TreeMap<>();
    at.put(
        "cause",
        tell(
            "ThreatenSanctions",
            "{'sanction':'doubtful','by':['borduria'],'against':['syldavia'],'on':'1939-05-01','reason':'why'}"));
    tell(
        "EstablishCooperation",
        "{'cooperation':'doubted','parties':['syldavia','borduria'],'field':'maps','on':'1935'}");
    at.put(
        "ended",
        tell(
            "TerminateCooperation",
            "{'cooperation':'doubted','on':'1939-05-03','reason':'why','because':{'entry':%1$s}}",
            "" + at.get("cause")));
    at.put(
        "retracted",
        tell("RetractEntry", "{'entry':%1$s,'reason':'a rumour'}", "" + at.get("cause")));

    JsonNode now = get("/api/cooperations/doubted?on=1940-01-01");
    assertThat(now.at("/endings/0/because/entry").asLong()).isEqualTo(at.get("cause"));
    assertThat(now.at("/causes/0/supersededBy").asLong()).isEqualTo(at.get("retracted"));
    assertThat(now.at("/causes/0/retracted").asBoolean()).isTrue();
    assertThat(get("/api/timeline?party=syldavia&from=1939-05-03").toString())
        .contains("; retracted by entry " + at.get("retracted"));
    assertThat(get("/api/cooperations/doubted/explanation?on=1940-01-01").toString())
        .contains("; retracted by entry " + at.get("retracted"));

    JsonNode before =
        get("/api/cooperations/doubted?on=1940-01-01&knownAt=position:" + at.get("ended"));
    assertThat(before.at("/causes/0/retracted").asBoolean()).isFalse();
    assertThat(before.at("/causes/0/supersededBy").isNull()).isTrue();
  }

  @Test
  void aCorrectionTellsTheCauseThatWasFoundLater() {
    tell(
        "EstablishCooperation",
        "{'cooperation':'found-later','parties':['syldavia','borduria'],'field':'maps','on':'1935'}");
    long ended =
        tell("TerminateCooperation", "{'cooperation':'found-later','on':'1939','reason':'why'}");
    JsonNode receipt =
        http.command(
                "CorrectEntry",
                filled(
                    "{'entry':"
                        + ended
                        + ",'reason':'found','by':['borduria'],'because':{'entry':CAUSE}}"))
            .expect(201)
            .json();
    assertThat(receipt.path("changed").toString()).contains("/by").contains("/because");
    long position = receipt.at("/entries/0/position").asLong();
    JsonNode answer = get("/api/cooperations/found-later?on=1940-01-01&minPosition=" + position);
    assertThat(answer.at("/endings/0/by/0").asString()).isEqualTo("borduria");
    assertThat(
            get("/api/changes?from=position:%d&to=position:%d".formatted(ended, position))
                .toString())
        .contains("endings");
    String itself =
        "{'entry':%d,'reason':'x','because':{'entry':%d}}".formatted(position, position);
    assertThat(
            http.command("CorrectEntry", filled(itself))
                .expect(422)
                .json()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/because/entry");
  }

  @Test
  void anAccountThatIsAskedForTellsWhoEndedItByThatAccount() {
    tell(
        "EstablishCooperation",
        "{'cooperation':'two-accounts','parties':['syldavia','borduria'],'field':'maps','on':'1935'}");
    long ended =
        tell(
            "TerminateCooperation",
            "{'cooperation':'two-accounts','on':'1939','reason':'why','by':['borduria']}");
    long other = tell("RecordAccount", "{'entry':%1$s,'as':{'by':['syldavia']}}", "" + ended);
    String address = "/api/cooperations/two-accounts?on=1940-01-01";
    assertThat(get(address).at("/endings/0/by/0").asString()).isEqualTo("borduria");
    assertThat(get(address + "&accordingTo=" + other).at("/endings/0/by/0").asString())
        .isEqualTo("syldavia");
    assertThat(get(address).at("/accounts/0/differs/0/field").asString()).isEqualTo("by");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'because':{'entry':999999999}; UNKNOWN_ENTRY; /because/entry",
        "'because':{'entry':'no-such-key'}; UNKNOWN_ENTRY; /because/entry",
        "'because':{'entry':0}; UNKNOWN_ENTRY; /because/entry",
        "'because':{}; INVALID_FIELDS; /because/entry",
        "'because':{'entry':1.5}; INVALID_FIELDS; /because/entry",
        "'because':'Ukraine'; INVALID_FIELDS; /because",
        "'by':['syldavia','syldavia']; INVALID_FIELDS; /by",
        "'by':['san-theodoros']; INVALID_FIELDS; /by",
      })
  void aCauseOrActorThatIsNotOnRecordIsRefusedAtItsPlace(String field, String code, String where) {
    JsonNode problem =
        http.command(
                "SeverRelations",
                filled(
                    "{'parties':['syldavia','borduria'],'on':'1950','reason':'x'," + field + "}"))
            .expect(422)
            .json();
    assertThat(problem.path("code").asString()).as(problem.toString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(where);
  }
}
