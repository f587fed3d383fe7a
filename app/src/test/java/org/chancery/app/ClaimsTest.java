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

/** What others claim, held against the record. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
  private final Http http;
  private long before;

  ClaimsTest(Http http) {
    this.http = http;
  }

  /**
   * Ruritania and Graustark ended their work in 1914; their generals met in 1910, 1917 and 1920.
   */
  @BeforeAll
  void aStory() {
    for (String party : List.of("ruritania", "graustark", "axphain", "dawsbergen")) {
      tell("RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}", party);
    }
    for (String official : List.of("sapt-colonel", "quinnox-captain")) {
      tell("RegisterOfficial", "{\"official\":\"%1$s\",\"name\":\"%1$s\"}", official);
    }
    tell(
        "AppointOfficial",
        "{\"official\":\"sapt-colonel\",\"office\":\"Chief of"
            + " Staff\",\"party\":\"ruritania\",\"on\":\"1909\"}");
    tell(
        "EndAppointment",
        "{\"official\":\"sapt-colonel\",\"office\":\"Chief of"
            + " Staff\",\"party\":\"ruritania\",\"on\":\"1918-03\"}");
    tell(
        "EstablishCooperation",
        "{\"cooperation\":\"ruritania-graustark\",\"parties\":[\"ruritania\",\"graustark\"],\"field\":\"arms\",\"on\":\"1900\"}");
    tell(
        "TerminateCooperation",
        "{\"cooperation\":\"ruritania-graustark\",\"on\":\"1914\",\"reason\":\"war\"}");
    tell(
        "EstablishCooperation",
        "{\"cooperation\":\"post\",\"parties\":[\"ruritania\",\"graustark\"],\"field\":\"post\",\"on\":\"1900-01-01\"}");
    tell("SuspendCooperation", "{\"cooperation\":\"post\",\"on\":\"1905-03-03\",\"reason\":\"r\"}");
    tell("ResumeCooperation", "{\"cooperation\":\"post\",\"on\":\"1905-06-03\",\"reason\":\"r\"}");
    for (String term : List.of("1901-01-01/1903-01-01", "1905-01-01/1907-01-01")) {
      String[] days = term.split("/", -1);
      tell(
          "AppointOfficial",
          "{\"official\":\"quinnox-captain\",\"office\":\"Envoy\",\"party\":\"graustark\",\"on\":\"%s\"}",
          days[0]);
      tell(
          "EndAppointment",
          "{\"official\":\"quinnox-captain\",\"office\":\"Envoy\",\"party\":\"graustark\",\"on\":\"%s\"}",
          days[1]);
    }
    met("generals-1910", "1910-05-01");
    met("generals-1917", "1917-02-16");
    before = met("generals-1920", "1920-01-01");
    tell(
        "ScheduleMeeting",
        "{\"meeting\":\"never-1921\",\"format\":\"bilateral\",\"scheduledFor\":\"1921-05-01\",\"parties\":[\"ruritania\",\"axphain\"]}");
    tell("CancelMeeting", "{\"meeting\":\"never-1921\",\"on\":\"1921-04-01\",\"reason\":\"r\"}");
    tell(
        "RecordMeetingHeld",
        "{\"meeting\":\"some-day\",\"format\":\"dinner\",\"heldOn\":\"192X\",\"parties\":[\"ruritania\",\"axphain\"]}");
    tell(
        "ScheduleMeeting",
        "{\"meeting\":\"unsaid-1890\",\"format\":\"dinner\",\"scheduledFor\":\"1890-01-01\",\"parties\":[\"graustark\",\"dawsbergen\"]}");
    tell(
        "RecordMeetingHeld",
        "{\"meeting\":\"dinner-1891\",\"format\":\"dinner\",\"heldOn\":\"1891-01-01\",\"parties\":[\"graustark\",\"dawsbergen\"]}");
    tell(
        "PlanTrip",
        "{\"trip\":\"quinnox-0\",\"traveller\":\"quinnox-captain\",\"stops\":[{\"country\":\"axphain\",\"dates\":\"1925-05\"}]}");
    tell(
        "RecordTrip",
        "{\"trip\":\"quinnox-1\",\"traveller\":\"quinnox-captain\",\"stops\":[{\"country\":\"axphain\",\"dates\":\"1926-05-01\"}]}");
    trip("sapt-1", "graustark", "1911-05");
    trip("sapt-2", "axphain", "1912-01-05/1912-01-09");
  }

  private long met(String id, String on) {
    return tell(
        "RecordMeetingHeld",
        """
        {"meeting":"%s","format":"bilateral","heldOn":"%s","parties":["ruritania","graustark"],
         "participants":[{"official":"sapt-colonel","party":"ruritania"},
                         {"official":"quinnox-captain","party":"graustark"}]}
        """,
        id,
        on);
  }

  private void trip(String id, String country, String dates) {
    tell(
        "RecordTrip",
        "{\"trip\":\"%s\",\"traveller\":\"sapt-colonel\",\"stops\":[{\"country\":\"%s\",\"dates\":\"%s\"}]}",
        id,
        country,
        dates);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library that tests have
  private long tell(String command, String fields, Object... values) {
    long position = http.command(command, fields.formatted(values)).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private JsonNode check(String claim) {
    return http.post("/api/claims/check", claim.replace('\'', '"')).expect(200).json();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // their first meeting since cooperation ended
        "'first-contact-since','between':['sapt-colonel','quinnox-captain'],'meeting':'generals-1917','since':'1914';"
            + " supported",
        "'first-contact-since','between':['ruritania','graustark'],'meeting':'generals-1917','since':'1914';"
            + " supported",
        "'first-contact-since','between':['ruritania','graustark'],'on':'1917-02','since':'1914';"
            + " supported",
        "'first-contact-since','between':['ruritania','graustark'],'meeting':'generals-1920','since':'1914';"
            + " contradicted",
        "'first-contact-since','between':['ruritania','graustark'],'meeting':'generals-1920','since':'1917';"
            + " undetermined",
        "'first-contact-since','between':['ruritania','graustark'],'meeting':'generals-1910','since':'1914';"
            + " contradicted",
        "'first-contact-since','between':['ruritania','axphain'],'on':'1917-02-16','since':'1914';"
            + " not-on-record",
        "'met-on','between':['ruritania','graustark'],'on':'1917-02-16'; supported",
        "'met-on','between':['ruritania','graustark'],'on':'1917'; supported",
        "'met-on','between':['ruritania','graustark'],'on':'1917-02-15'; not-on-record",
        "'met-on','between':['ruritania','graustark'],'meeting':'generals-1917','on':'1917-02-15';"
            + " contradicted",
        "'first-contact-since','between':['graustark','dawsbergen'],'meeting':'dinner-1891','since':'1880';"
            + " undetermined",
        "'first-contact-since','between':['graustark','dawsbergen'],'meeting':'dinner-1891','since':'1890-06';"
            + " supported",
        "'first-contact-since','between':['graustark','dawsbergen'],'meeting':'unsaid-1890','since':'1880';"
            + " undetermined",
        "'met-on','between':['graustark','dawsbergen'],'on':'1890-01-01'; undetermined",
        "'met-on','between':['graustark','dawsbergen'],'on':'1890-01-02'; not-on-record",
        "'met-on','between':['graustark','dawsbergen'],'meeting':'unsaid-1890','on':'1890-01-02';"
            + " not-on-record",
        "'first-trip','official':'sapt-colonel','trip':'sapt-1'; supported",
        "'first-trip','official':'sapt-colonel','trip':'sapt-2'; contradicted",
        "'first-trip','official':'sapt-colonel','country':'axphain','on':'1912'; supported",
        "'first-trip','official':'quinnox-captain','on':'1912'; not-on-record",
        "'first-trip','official':'quinnox-captain','trip':'quinnox-1'; undetermined",
        "'first-trip','official':'quinnox-captain','trip':'quinnox-0'; undetermined",
        "'first-trip','official':'quinnox-captain','on':'1926'; undetermined",
        "'state-on','subject':'/api/cooperations/ruritania-graustark','is':'terminated','on':'1915-01-01';"
            + " supported",
        "'state-on','subject':'/api/cooperations/ruritania-graustark','is':'active','on':'1915-01-01';"
            + " contradicted",
        "'state-on','subject':'/api/cooperations/ruritania-graustark','is':'active','on':'1914-06-01';"
            + " undetermined",
        "'state-on','subject':'/api/cooperations/ruritania-graustark','is':'active','on':'1850-06-01';"
            + " not-on-record",
        "'state-on','subject':'/api/relationships/ruritania/graustark','aspect':'representation','is':'embassy','on':'1915-01-01';"
            + " not-on-record",
        "'held-office-on','official':'sapt-colonel','office':'Chief of Staff','on':'1910-05-01';"
            + " supported",
        "'held-office-on','official':'sapt-colonel','office':'chief-of-staff','party':'ruritania','on':'1909-05-01';"
            + " undetermined",
        "'held-office-on','official':'sapt-colonel','office':'Chief of Staff','on':'1919-05-01';"
            + " contradicted",
        "'held-office-on','official':'quinnox-captain','office':'Chief of Staff','on':'1919-05-01';"
            + " not-on-record",
        "'state-on','subject':'cooperations/post','is':'suspended','on':'1905'; undetermined",
        "'state-on','subject':'cooperations/post','is':'suspended','on':'1905-03'; undetermined",
        "'state-on','subject':'cooperations/post','is':'active','on':'1905'; undetermined",
        "'state-on','subject':'cooperations/post','is':'active','on':'1904/1906'; contradicted",
        "'state-on','subject':'cooperations/post','is':'suspended','on':'1905-04-01/1905-05-01';"
            + " supported",
        "'state-on','subject':'cooperations/post','is':'suspended','on':'1905-04'; supported",
        "'state-on','subject':'cooperations/post','is':'active','on':'1905-04'; contradicted",
        "'state-on','subject':'cooperations/post','is':'active','on':'1905-06/1906'; undetermined",
        "'held-office-on','official':'quinnox-captain','office':'Envoy','on':'1902/1906';"
            + " contradicted",
        "'held-office-on','official':'quinnox-captain','office':'Envoy','on':'1903'; undetermined",
        "'held-office-on','official':'quinnox-captain','office':'Envoy','on':'1904'; contradicted",
        "'held-office-on','official':'quinnox-captain','office':'Envoy','on':'1902'; supported",
        "'held-office-on','official':'quinnox-captain','office':'Envoy','on':'1901/1902';"
            + " supported",
        "'number-of','list':'meetings','where':{'official':'sapt-colonel'},'number':3; supported",
        "'number-of','list':'meetings','where':{'official':'sapt-colonel'},'number':2;"
            + " contradicted",
        "'number-of','list':'meetings','where':{'official':'sapt-colonel'},'number':9;"
            + " not-on-record",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':1; undetermined",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':2; undetermined",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':0; contradicted",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':3; not-on-record",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':0,'from':'1921','to':'1921';"
            + " undetermined",
        "'number-of','list':'meetings','where':{'party':'axphain','status':'held'},'number':1;"
            + " supported",
        "'number-of','list':'meetings','where':{'party':'axphain','status':'held'},'number':0;"
            + " contradicted",
        "'number-of','list':'meetings','where':{'party':'axphain','status':'held'},'number':0,'from':'1921','to':'1921';"
            + " undetermined",
        "'number-of','list':'meetings','where':{'party':'axphain','format':'phone'},'number':0;"
            + " not-on-record",
        "'number-of','list':'meetings','where':{'party':'axphain'},'number':0,'from':'1890','to':'1891';"
            + " not-on-record",
        "'number-of','list':'stops','where':{'official':'sapt-colonel','year':'1912'},'number':1;"
            + " supported",
      })
  void aClaimIsHeldAgainstTheRecord(String claim, String verdict) {
    JsonNode checked = check("{'claim':" + claim + "}");
    assertThat(checked.path("verdict").asString()).as(checked.toString()).isEqualTo(verdict);
    assertThat(checked.path("scope").asString()).contains("position");
    if (!verdict.equals("not-on-record")) {
      assertThat(checked.path("entries")).isNotEmpty();
    }
    if (verdict.equals("contradicted")) {
      assertThat(checked.path("contradicting")).isNotEmpty();
    }
    if (verdict.equals("supported")) {
      assertThat(checked.path("supporting")).isNotEmpty();
    }
  }

  @Test
  void aClaimIsCheckedAsOfWhatWasKnown() {
    String claim =
        "{\"claim\":\"first-contact-since\",\"between\":[\"ruritania\",\"graustark\"],"
            + "\"meeting\":\"generals-1920\",\"since\":\"1918\"}";
    assertThat(check(claim).path("verdict").asString()).isEqualTo("supported");
    JsonNode earlier =
        http.post("/api/claims/check?knownAt=position:" + (before - 1), claim).expect(200).json();
    assertThat(earlier.path("verdict").asString()).isEqualTo("not-on-record");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}; /claim",
        "{'claim':' '}; /claim",
        "{'claim':'moon'}; /claim",
        "{'claim':'met-on','between':['ruritania'],'on':'1917'}; /between",
        "{'claim':'met-on','between':['ruritania','ruritania'],'on':'1917'}; /between",
        "{'claim':'met-on','between':['ruritania','narnia'],'on':'1917'}; /between",
        "{'claim':'met-on','between':['ruritania','graustark'],'on':'May'}; /on",
        "{'claim':'met-on','between':['ruritania','graustark'],'on':'1917','number':3}; /number",
        "{'claim':'first-contact-since','between':['ruritania','graustark'],'since':'1914'};"
            + " /meeting",
        "{'claim':'first-trip','trip':'sapt-1'}; /official",
        "{'claim':'first-trip','official':'sapt-colonel'}; /trip",
        "{'claim':'state-on','subject':'/api/cooperations/none','is':'active','on':'1914'};"
            + " /subject",
        "{'claim':'state-on','subject':'/api/relationships/ruritania/graustark','aspect':'moon','is':'active','on':'1914'};"
            + " /aspect",
        "{'claim':'state-on','subject':'/api/cooperations/ruritania-graustark','is':'active','on':'1914/..'};"
            + " /on",
        "{'claim':'state-on','subject':'/api/cooperations/ruritania-graustark','is':'banana','on':'1914'};"
            + " /is",
        "{'claim':'state-on','subject':'/api/relationships/ruritania/graustark','aspect':'relations','is':'embassy','on':'1914'};"
            + " /is",
        "{'claim':'state-on','subject':'/api/meetings/generals-1917','is':'done','on':'1917'}; /is",
        "{'claim':'held-office-on','official':'sapt-colonel','on':'1914'}; /office",
        "{'claim':'state-on','subject':'parties/ruritania','is':'extant','on':'1914'}; /subject",
        "{'claim':'state-on','subject':'cooperations/post','aspect':'relations','is':'active','on':'1914'};"
            + " /aspect",
        "{'claim':'held-office-on','official':'sapt-colonel','office':'moon','on':'1914'}; /office",
        "{'claim':'number-of','list':'moons','number':1}; /list",
        "{'claim':'number-of','list':'trips'}; /number",
        "{'claim':'number-of','list':'trips','where':{'moon':'1'},'number':1}; /where/moon",
        "{'claim':'number-of','list':'trips','where':{'country':'narnia'},'number':1}; /country",
        "{'claim':'number-of','list':'trips','where':{'party':'axphain'},'number':0}; /where/party",
        "{'claim':'number-of','list':'trips','where':{'office':'moon'},'number':0}; /office",
        "{'claim':'number-of','list':'meetings','where':{'place':'Atlantis'},'number':0}; /place",
        "{'claim':'number-of','list':'meetings','where':{'format':'bilat'},'number':0}; /format",
        "{'claim':'number-of','list':'meetings','where':{'status':'hled'},'number':0}; /status",
        "{'claim':'number-of','list':'meetings','where':{'status':'planned'},'number':0}; /status",
        "{'claim':'number-of','list':'stops','where':{'year':'12'},'number':0}; /year",
      })
  void aClaimThatIsNotUnderstoodIsNotJudged(String claim, String pointer) {
    JsonNode problem = http.post("/api/claims/check", claim.replace('\'', '"')).expect(422).json();
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void fieldsOfAClaimAreNoParameters() {
    http.post("/api/claims/check?number=99&claim=nonsense", "{\"claim\":\"moon\"}")
        .expectProblem(422, "UNKNOWN_PARAMETER");
  }

  private static String said(String id, String claim) {
    return """
    {"statement": "%s", "speaker": {"name": "The Strelsau Post"}, "on": "1917-02-16",
     "attribution": "on-the-record", "summary": "their first meeting since the war began"%s}
    """
        .formatted(id, claim.isEmpty() ? "" : ",\"claim\":" + claim.replace('\'', '"'));
  }

  @Test
  void aClaimThatIsRecordedWithAStatementIsCheckedWhenAsked() {
    String claim =
        "{'claim':'first-contact-since','between':['ruritania','graustark'],'meeting':'generals-1917','since':'1914'}";
    long position = tell("RecordStatement", said("post-1917", claim));
    JsonNode statement = http.get("/api/statements/post-1917").expect(200).json();
    assertThat(statement.at("/claim/meeting").asString()).isEqualTo("generals-1917");
    assertThat(statement.at("/speaker/name").asString()).isEqualTo("The Strelsau Post");

    JsonNode checked = http.get("/api/statements/post-1917/claim").expect(200).json();
    JsonNode handedIn = check(claim);
    assertThat(checked.path("verdict").asString()).isEqualTo("supported");
    assertThat(checked.path("supporting")).isEqualTo(handedIn.path("supporting"));
    assertThat(checked.path("says")).isEqualTo(handedIn.path("says"));
    JsonNode before = http.get("/api/statements/post-1917/claim?on=1917-02-15").expect(200).json();
    assertThat(before.path("verdict").asString()).isEqualTo("not-on-record");
    assertThat(http.get("/api/statements/post-1917/explanation").expect(200).body())
        .contains("claims first contact since (between ruritania and graustark, meeting");
    http.get("/api/statements/post-1917/claim?knownAt=position:" + (position - 1)).expect(404);
  }

  @Test
  void aClaimIsCorrected() {
    String claim = "{'claim':'met-on','between':['ruritania','graustark'],'on':'1917-02-15'}";
    long position = tell("RecordStatement", said("post-corrected", claim));
    assertThat(verdict("post-corrected")).isEqualTo("not-on-record");
    tell(
        "CorrectEntry",
        "{\"entry\":%s,\"reason\":\"misread\",\"claim\":{\"claim\":\"met-on\","
            + "\"between\":[\"ruritania\",\"graustark\"],\"on\":\"1917-02-16\"}}",
        position);
    assertThat(verdict("post-corrected")).isEqualTo("supported");
  }

  private String verdict(String statement) {
    return http.get("/api/statements/%s/claim".formatted(statement))
        .expect(200)
        .json()
        .path("verdict")
        .asString();
  }

  @Test
  void whatClaimsNothingCannotBeChecked() {
    tell("RecordStatement", said("post-idle", ""));
    http.get("/api/statements/post-idle/claim").expectProblem(404, "NOT_FOUND");
    http.get("/api/statements/post-none/claim").expectProblem(404, "UNKNOWN_SUBJECT");
    assertThat(http.get("/api/statements/post-idle").expect(200).json().path("claim").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}; /claim/claim",
        "{'claim':'moon'}; /claim/claim",
        "{'claim':'met-on','between':['ruritania'],'on':'1917'}; /claim/between",
        "{'claim':'met-on','between':['ruritania','graustark'],'on':'May'}; /claim/on",
        "{'claim':'met-on','between':['ruritania','graustark'],'on':'1917','number':3};"
            + " /claim/number",
        "{'claim':'first-trip','trip':'sapt-1'}; /claim/official",
        "{'claim':'number-of','list':'trips','number':-1}; /claim/number",
        "{'claim':'number-of','list':'trips','number':'many'}; /claim/number",
        "{'claim':'met-on','moon':'full','between':['ruritania','graustark'],'on':'1917'};"
            + " /claim/moon",
        "'met in May'; /claim",
      })
  void aMalformedClaimIsRefusedWhereItIsAtFault(String claim, String pointer) {
    JsonNode problem =
        http.command("RecordStatement", said("post-malformed", claim)).expect(422).json();
    assertThat(problem.at("/errors/0/pointer").asString())
        .as(problem.toString())
        .isEqualTo(pointer);
    http.get("/api/statements/post-malformed").expect(404);
  }

  @Test
  void aFieldThatNoClaimHasIsRefused() {
    http.post("/api/claims/check", "{\"claim\":\"met-on\",\"moon\":1}").expect(400);
    http.post("/api/claims/check", "not json").expect(400);
  }
}
