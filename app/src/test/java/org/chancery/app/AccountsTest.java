package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two sources tell of one fact, and tell it differently. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
  private static final String WORK = "/api/cooperations/avon-brent";

  private final Http http;
  private long ended;
  private long suspended;
  private long preferred;

  AccountsTest(Http http) {
    this.http = http;
  }

  /**
   * The Gazette has work ended in 2014, the Ministry has it put on hold on 3 March of that year.
   */
  @BeforeAll
  void twoAccounts() {
    for (String party : List.of("avon", "brent")) {
      tell("RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}", party);
    }
    work("avon-brent");
    ended = end("avon-brent");
    suspended = suspend(ended);
    preferred = prefer(ended, suspended);
  }

  private void work(String id) {
    tell(
        "EstablishCooperation",
        "{\"cooperation\":\"%s\",\"parties\":[\"avon\",\"brent\"],\"field\":\"rowing\",\"on\":\"1994\"}",
        id);
  }

  private long end(String id) {
    return tell(
        "TerminateCooperation",
        """
        {"cooperation":"%s","on":"2014","reason":"aggression","provenance":
         {"sources":[{"title":"Rivers part","publisher":"The Gazette"}]}}
        """,
        id);
  }

  private long suspend(long beside) {
    return tell(
        "RecordAccount",
        """
        {"entry":%d,"as":{"command":"SuspendCooperation","on":"2014-03-03","reason":"on hold"},
         "provenance":{"sources":[{"title":"A statement","publisher":"Ministry of Rivers"}]}}
        """,
        beside);
  }

  private long prefer(long entry, long account) {
    return tell(
        "PreferAccount",
        "{\"entry\":%d,\"account\":%d,\"reason\":\"it took part\"}",
        entry,
        account);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library that tests have
  private long tell(String command, String fields, Object... values) {
    long position = http.command(command, fields.formatted(values)).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private JsonNode get(String path) {
    return http.get(path).expect(200).json();
  }

  private String state(String query) {
    return get(WORK + "?on=2015-01-01" + query).path("state").asString();
  }

  @Test
  void answersFollowTheFirstAccountUntilAnotherIsPreferred() {
    assertThat(state("&knownAt=position:" + ended)).isEqualTo("terminated");
    assertThat(state("&knownAt=position:" + suspended)).isEqualTo("terminated");
    assertThat(state("&knownAt=position:" + preferred)).isEqualTo("suspended");
  }

  @Test
  void eachAccountCanBeAskedFor() {
    assertThat(state("&accordingTo=The%20Gazette")).isEqualTo("terminated");
    assertThat(state("&accordingTo=" + ended)).isEqualTo("terminated");
    assertThat(state("&accordingTo=ministry%20of%20rivers")).isEqualTo("suspended");
    assertThat(state("&accordingTo=%d&knownAt=position:%d".formatted(suspended, suspended)))
        .isEqualTo("suspended");
  }

  @Test
  void aClaimOfWhichAccountsDifferIsUndetermined() {
    for (String is : List.of("terminated", "suspended")) {
      JsonNode claim = claimed(is, "2015-01-01");
      assertThat(claim.path("verdict").asString()).as(is).isEqualTo("undetermined");
      assertThat(claim.path("says").asString())
          .contains("terminated", "suspended", "accounts of what this rests on differ");
      assertThat(claim.at("/accounts/0/accounts")).hasSize(2);
      assertThat(claim.at("/entries").toString()).contains("" + ended, "" + suspended);
    }
    assertThat(claimed("active", "2015-01-01").path("verdict").asString())
        .isEqualTo("contradicted");
    assertThat(claimed("active", "2010-01-01").path("verdict").asString()).isEqualTo("supported");
  }

  private JsonNode claimed(String is, String on) {
    String claim =
        "{\"claim\":\"state-on\",\"subject\":\"%s\",\"is\":\"%s\",\"on\":\"%s\"}"
            .formatted(WORK, is, on);
    return http.post("/api/claims/check", claim).expect(200).json();
  }

  @Test
  void disputesAreOfNoDays() {
    http.get("/api/disputes?from=1900&to=1901").expectProblem(422, "INVALID_FIELDS");
  }

  @Test
  void anAnswerTellsThatAccountsDiffer() {
    JsonNode fact = get(WORK + "?on=2015-01-01").at("/accounts/0");
    assertThat(fact.path("entry").asLong()).isEqualTo(ended);
    assertThat(fact.at("/accounts/0/followed").asBoolean()).isFalse();
    assertThat(fact.at("/accounts/0/sources/0/publisher").asString()).isEqualTo("The Gazette");
    assertThat(fact.at("/accounts/1/entry").asLong()).isEqualTo(suspended);
    assertThat(fact.at("/accounts/1/followed").asBoolean()).isTrue();
    assertThat(fact.at("/accounts/1/event").asString()).isEqualTo("cooperation.suspended");
    List<String> fields = new ArrayList<>();
    fact.path("differs").forEach(each -> fields.add(each.path("field").asString()));
    assertThat(fields).containsExactlyInAnyOrder("on", "reason");
    assertThat(fact.at("/differs/0/values/0/value").asString()).isEqualTo("2014");
  }

  @Test
  void whatTwoPartiesDidTogetherTellsItToo() {
    assertThat(
            get("/api/relationships/avon/brent?on=2015-01-01")
                .path("accounts")
                .findValuesAsString("subject"))
        .contains(WORK);
    assertThat(
            get("/api/relationships/avon/brent?on=2015-01-01&knownAt=position:" + ended)
                .path("accounts"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cooperations?party=avon",
        "/api/cooperations?party=avon&limit=1",
        "/api/relationships?party=avon&on=2015-01-01",
        "/api/timeline?party=avon"
      })
  void aListSaysOfWhatOnItsPageAccountsDiffer(String list) {
    assertThat(get(list).path("disputed").valueStream().map(JsonNode::asString)).contains(WORK);
    assertThat(get(list + "&knownAt=position:" + ended).at("/disputed").isEmpty()).isTrue();
    assertThat(get(list.replace("avon", "brent") + "&to=1993").at("/disputed").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "suspended, 2015-01-01, true, true",
    "terminated, 2015-01-01, false, true",
    "terminated, 2013-12-31, false, false",
    "active, 2015-01-01, false, false"
  })
  void aListSaysWhatItWouldHoldByAnotherAccount(
      String state, String on, boolean held, boolean doubtful) {
    JsonNode list =
        get("/api/cooperations?party=avon&limit=500&state=%s&on=%s".formatted(state, on));
    assertThat(list.findValuesAsString("cooperation").contains("avon-brent")).isEqualTo(held);
    assertThat(disputed(list).contains(WORK)).isEqualTo(doubtful);
  }

  @ParameterizedTest
  @CsvSource({"2003, true, true", "2004, false, true", "2005, false, false"})
  void aCountSaysWhatItWouldCountByAnotherAccount(int year, boolean counted, boolean doubtful) {
    String id = "avon-brent-" + year;
    long held =
        tell(
            "RecordMeetingHeld",
            """
            {"meeting":"%s","heldOn":"2003-12-31","format":"bilateral",
             "parties":["avon","brent"],"place":{"country":"brent"}}
            """,
            id);
    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"heldOn\":\"2004-01-01\"}}", held);
    String counting = "/api/meetings?from=%1$d-01-01&to=%1$d-12-31&groupBy=".formatted(year);
    JsonNode groups = get(counting + "year");
    assertThat(groups.path("total").asLong() > 0).isEqualTo(counted);
    assertThat(disputed(groups).contains("/api/meetings/" + id)).isEqualTo(doubtful);
    assertThat(disputed(get(counting + "party&party=avon")).contains("/api/meetings/" + id))
        .isEqualTo(doubtful);
    assertThat(
            http.get(counting + "year", "Accept", "text/csv").expect(200).header("Ledger-Disputed"))
        .isEqualTo(doubtful ? Integer.toString(disputed(groups).size()) : "");
  }

  private static List<String> disputed(JsonNode list) {
    return list.path("disputed").valueStream().map(JsonNode::asString).toList();
  }

  private String verdict(String claim) {
    return http.post("/api/claims/check", claim).expect(200).json().path("verdict").asString();
  }

  /** One met in 2010, the other in 2012, or, as another account has it, in 2009. */
  @Test
  void aContactThatAnotherAccountPutsFirstLeavesOpenWhichWas() {
    for (String party : List.of("cove", "dale")) {
      tell("RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}", party);
    }
    met("cove-dale-2010", "2010-06-01");
    long other = met("cove-dale-2012", "2012-06-01");
    String first =
        "{\"claim\":\"first-contact-since\",\"between\":[\"cove\",\"dale\"],\"since\":\"2008\",\"meeting\":\"cove-dale-2010\"}";
    String none =
        "{\"claim\":\"number-of\",\"list\":\"meetings\",\"where\":{\"party\":\"cove\"},\"from\":\"2009-01-01\",\"to\":\"2009-12-31\",\"number\":%d}";
    assertThat(verdict(first)).isEqualTo("supported");
    assertThat(verdict(none.formatted(0))).isEqualTo("not-on-record");

    long account =
        tell("RecordAccount", "{\"entry\":%d,\"as\":{\"heldOn\":\"2009-06-01\"}}", other);

    assertThat(verdict(first)).isEqualTo("undetermined");
    assertThat(verdict(none.formatted(0))).isEqualTo("undetermined");
    assertThat(verdict(none.formatted(1))).isEqualTo("undetermined");
    assertThat(verdict(none.formatted(2))).isEqualTo("not-on-record");
    assertThat(verdict(none.formatted(0).replace("meetings", "MEETINGS")))
        .isEqualTo("undetermined");
    http.post("/api/claims/check", none.formatted(0).replace("\"cove\"", "null"))
        .expectProblem(422, "INVALID_FIELDS");
    assertThat(verdict(metOn("2009-06-01"))).isEqualTo("undetermined");
    assertThat(verdict(metOn("2012-06-01"))).isEqualTo("undetermined");
    assertThat(verdict(metOn("2010-06-01"))).isEqualTo("supported");
    assertThat(get("/api/meetings/cove-dale-2012/precedents").at("/parties/0/inAnyFormat/first"))
        .hasToString("\"indeterminate\"");
    assertThat(get("/api/relationships/cove/dale").path("accounts")).hasSize(1);
    assertThat(get("/api/search?q=cove-dale-2012").path("disputed")).hasSize(1);
    JsonNode before = get("/api/precedents?party=cove&with=dale&before=2011-01-01");
    assertThat(before.at("/first/candidates")).hasSize(2);
    assertThat(before.path("entries").toString()).contains("" + other);
    assertThat(before.path("accounts")).hasSize(1);
    assertThat(get("/api/meetings/cove-dale-2010/precedents").at("/parties/0/inAnyFormat/first"))
        .hasToString("\"indeterminate\"");
    tell("RetractEntry", "{\"entry\":%d,\"reason\":\"misread\"}", account);
    assertThat(verdict(first)).isEqualTo("supported");
  }

  @Test
  void aConferenceTellsOfTheMeetingThatAnotherAccountPutsThere() {
    tell("RegisterParty", "{\"party\":\"islet\",\"name\":\"islet\",\"kind\":\"state\"}");
    for (String conference : List.of("ferry-talks", "bridge-talks")) {
      tell(
          "ConveneConference",
          """
          {"conference":"%s","name":"Talks","kind":"conference","host":"avon",
           "scheduledFor":"2001-05-01/2001-05-03","participants":[]}
          """,
          conference);
    }
    long met =
        tell(
            "RecordMeetingHeld",
            """
            {"meeting":"talks-2001","heldOn":"2001-05-02","format":"bilateral",
             "parties":["avon","islet"],"partOf":"ferry-talks"}
            """);
    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"partOf\":\"bridge-talks\"}}", met);
    assertThat(get("/api/conferences/bridge-talks").path("accounts")).hasSize(1);
  }

  private static String metOn(String day) {
    return "{\"claim\":\"met-on\",\"between\":[\"cove\",\"dale\"],\"on\":\"%s\"}".formatted(day);
  }

  /** The Gazette has two others work with each other, the Ministry one of them with a third. */
  @Test
  void whomAnotherAccountNamesIsToldOfInWhatIsAskedOfThem() {
    for (String party : List.of("elm", "fern", "gorse")) {
      tell("RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}", party);
    }
    long worked =
        tell(
            "EstablishCooperation",
            "{\"cooperation\":\"elm-work\",\"parties\":[\"elm\",\"fern\"],\"field\":\"peat\",\"on\":\"1994\"}");
    long met =
        tell(
            "RecordMeetingHeld",
            """
            {"meeting":"elm-met","heldOn":"1999-12-31","format":"phone","parties":["elm","fern"]}
            """);
    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"parties\":[\"elm\",\"gorse\"]}}", worked);
    tell(
        "RecordAccount",
        "{\"entry\":%d,\"as\":{\"parties\":[\"elm\",\"gorse\"],\"format\":\"video\"}}",
        met);
    String work = "/api/cooperations/elm-work";
    assertThat(get("/api/relationships/elm/gorse").path("accounts").findValuesAsString("subject"))
        .contains(work, "/api/meetings/elm-met");
    for (String list :
        List.of(
            "/api/relationships?party=gorse",
            "/api/relationships/elm/gorse/history",
            "/api/cooperations?party=gorse")) {
      assertThat(disputed(get(list))).as(list).contains(work);
    }
    assertThat(disputed(get("/api/timeline?party=gorse"))).contains("/api/meetings/elm-met");
    assertThat(disputed(get("/api/timeline?party=dale"))).doesNotContain("/api/meetings/elm-met");
    for (String table : List.of("/api/calendar?party=gorse", "/api/timeline/plover?party=gorse")) {
      assertThat(http.get(table).expect(200).header("Ledger-Disputed")).as(table).isNotEmpty();
    }
    String claim =
        "{\"claim\":\"state-on\",\"subject\":\"relationships/elm/%s\",\"is\":\"normal\",\"on\":\"2000-01-01\"}";
    assertThat(verdict(claim.formatted("fern"))).isEqualTo("undetermined");
    assertThat(verdict(claim.formatted("gorse"))).isEqualTo("undetermined");
    String first =
        "{\"claim\":\"first-contact-since\",\"between\":[\"elm\",\"%s\"],\"since\":\"1990\",\"meeting\":\"elm-met\"}";
    assertThat(verdict(first.formatted("fern"))).isEqualTo("undetermined");
    assertThat(verdict(first.formatted("gorse"))).isEqualTo("undetermined");
    assertThat(get("/api/precedents?party=elm&with=fern&format=video").at("/first/candidates"))
        .isEmpty();
    assertThat(get("/api/precedents?party=elm&with=gorse&format=video").at("/first/candidates"))
        .hasSize(1);
  }

  @Test
  void whatAnotherAccountHasSomebodySayIsToldBesideTheirPositions() {
    tell("RegisterParty", "{\"party\":\"heath\",\"name\":\"heath\",\"kind\":\"state\"}");
    long said =
        tell(
            "RecordStatement",
            """
            {"statement":"on-bridges","speaker":{"name":"Ann Ferry","party":"avon"},
             "on":"2016-09-01","attribution":"on-the-record","summary":"No bridge",
             "position":{"topic":"bridges","stance":"opposes"}}
            """);
    assertThat(disputed(get("/api/positions?party=heath"))).isEmpty();
    tell(
        "RecordAccount",
        "{\"entry\":%d,\"as\":{\"speaker\":{\"name\":\"Ann Ferry\",\"party\":\"heath\"}}}",
        said);
    assertThat(disputed(get("/api/positions?party=heath")))
        .containsExactly("/api/statements/on-bridges");
    assertThat(disputed(get("/api/positions?party=brent"))).isEmpty();
    assertThat(disputed(get("/api/statements?party=heath&groupBy=stance")))
        .containsExactly("/api/statements/on-bridges");
  }

  private long met(String meeting, String on) {
    return tell(
        "RecordMeetingHeld",
        """
        {"meeting":"%s","heldOn":"%s","format":"bilateral",
         "parties":["cove","dale"],"place":{"country":"dale"}}
        """,
        meeting,
        on);
  }

  @Test
  void aTripOrAnOfficeThatOneAccountHasLeavesOpenWhatItWas() {
    tell("RegisterOfficial", "{\"official\":\"moor\",\"name\":\"Ann Moor\"}");
    String office = "\"official\":\"moor\",\"office\":\"Envoy\"";
    tell("AppointOfficial", "{%s,\"party\":\"avon\",\"on\":\"2000-01-01\"}", office);
    long left = tell("EndAppointment", "{%s,\"party\":\"avon\",\"on\":\"2004-12-31\"}", office);
    travelled("moor-2001", "2001-05-01");
    long later = travelled("moor-2002", "2002-05-01");
    String trip = "{\"claim\":\"first-trip\",\"official\":\"moor\",\"trip\":\"moor-2001\"}";
    String held = "{\"claim\":\"held-office-on\",%s,\"on\":\"2005-06-01\"}".formatted(office);
    assertThat(verdict(trip)).isEqualTo("supported");
    assertThat(verdict(held)).isEqualTo("contradicted");

    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"on\":\"2006-12-31\"}}", left);
    tell(
        "RecordAccount",
        "{\"entry\":%d,\"as\":{\"stops\":[{\"country\":\"brent\",\"dates\":\"2000-05-01\"}]}}",
        later);

    assertThat(verdict(trip)).isEqualTo("undetermined");
    JsonNode days = get("/api/officials/moor/travel-days?from=2000-01-01&to=2000-12-31");
    assertThat(days.path("atLeast").asLong()).isZero();
    assertThat(days.path("atMost").asLong()).isOne();
    assertThat(days.path("accounts")).hasSize(1);
    assertThat(verdict(held)).isEqualTo("undetermined");
  }

  private long travelled(String trip, String on) {
    return tell(
        "RecordTrip",
        """
        {"trip":"%s","traveller":"moor","office":"Envoy","stops":
         [{"country":"brent","dates":"%s"}]}
        """,
        trip,
        on);
  }

  @Test
  void whatRestsOnMeetingsOrTripsTellsThatAccountsOfThemDiffer() {
    tell("RegisterOfficial", "{\"official\":\"ferry\",\"name\":\"Ann Ferry\"}");
    long trip =
        tell(
            "RecordTrip",
            """
            {"trip":"ferry-2001","traveller":"ferry","office":"Envoy","stops":
             [{"country":"brent","dates":"2001-05-01/2001-05-03"}]}
            """);
    long meeting =
        tell(
            "RecordMeetingHeld",
            """
            {"meeting":"avon-brent-2001","heldOn":"2001-05-02","format":"bilateral",
             "parties":["avon","brent"],"place":{"country":"brent"}}
            """);
    List<String> answers =
        List.of(
            "/api/officials/ferry/travel-days",
            "/api/precedents?party=avon&with=brent&before=2002-01-01",
            "/api/meetings/avon-brent-2001/precedents");
    answers.forEach(answer -> assertThat(get(answer).path("accounts")).as(answer).isEmpty());
    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"office\":\"Consul\"}}", trip);
    tell("RecordAccount", "{\"entry\":%d,\"as\":{\"heldOn\":\"2001-05-03\"}}", meeting);
    answers.forEach(answer -> assertThat(get(answer).path("accounts")).as(answer).hasSize(1));
  }

  @Test
  void anAnswerByOneAccountSaysWhichItFollows() {
    JsonNode fact = get(WORK + "?on=2015-01-01&accordingTo=" + ended).at("/accounts/0");
    assertThat(fact.at("/accounts/0/followed").asBoolean()).isTrue();
    assertThat(fact.at("/accounts/1/followed").asBoolean()).isFalse();
  }

  @Test
  void listsRefuseWhatTheyCannotFollow() {
    for (String list :
        List.of(
            "/api/cooperations",
            "/api/meetings?groupBy=year",
            "/api/relationships",
            "/api/timeline",
            "/api/disputes")) {
      String asked = list + (list.contains("?") ? "&" : "?") + "accordingTo=The%20Gazette";
      JsonNode problem = http.get(asked).expectProblem(422, "UNKNOWN_PARAMETER").json();
      assertThat(problem.at("/errors/0/message").asString())
          .as(list)
          .contains("follow the accounts that are preferred");
    }
  }

  @Test
  void disputesAreListed() {
    JsonNode one = get("/api/disputes?subject=" + WORK);
    assertThat(one.path("total").asLong()).isOne();
    assertThat(one.at("/items/0/facts/0/accounts")).hasSize(2);
    assertThat(
            get("/api/disputes?subject=%s&knownAt=position:%d".formatted(WORK, ended))
                .path("items"))
        .isEmpty();
    http.get("/api/disputes?subject=/api/cooperations/nobody-none").expect(422);
  }

  @Test
  void theExplanationSaysWhichAccountIsFollowed() {
    String text = get(WORK + "/explanation?on=2015-01-01").path("text").asString();
    assertThat(text)
        .contains("It stands beside others, and answers do not follow it.")
        .contains("entered another account beside entry " + ended)
        .contains("preferred the account in entry " + suspended)
        .contains("because: it took part");
  }

  @Test
  void changesTellOfBoth() {
    JsonNode changes = get("/api/changes?subject=" + WORK + "&from=position:" + ended);
    assertThat(changes.at("/items/0/kind").asString()).isEqualTo("account-recorded");
    assertThat(changes.at("/items/0/supersedes").isNull()).isTrue();
    assertThat(changes.at("/items/1/kind").asString()).isEqualTo("account-preferred");
    assertThat(changes.at("/items/1/reason").asString()).isEqualTo("it took part");
    assertThat(changes.at("/items/1/answers")).isNotEmpty();
    assertThat(changes.at("/summary/added").asLong()).isZero();
    assertThat(changes.at("/summary/accountsRecorded").asLong()).isOne();
  }

  @Test
  void changesOfOneKindAreKept() {
    JsonNode all = get("/api/changes?subject=" + WORK);
    assertThat(all.path("total").asLong()).isEqualTo(4);
    JsonNode added = get("/api/changes?subject=" + WORK + "&kind=added&limit=1");
    assertThat(added.path("total").asLong()).isEqualTo(2);
    assertThat(added.path("summary")).isEqualTo(all.path("summary"));
    JsonNode next =
        get(
            "/api/changes?subject=%s&kind=added&limit=1&cursor=%s"
                .formatted(WORK, added.path("next").asString()));
    assertThat(next.at("/items/0/position").asLong()).isEqualTo(ended);
    assertThat(next.path("next").isNull()).isTrue();
    assertThat(
            get("/api/changes?subject=" + WORK + "&kind=corrected,account-preferred")
                .at("/items/0/position")
                .asLong())
        .isEqualTo(preferred);
    http.get("/api/changes?kind=moved").expect(422);
  }

  @Test
  void anAccountIsCorrectedAndRetractedLikeAnyEntry() {
    work("avon-brent-2");
    long first = end("avon-brent-2");
    long other = suspend(first);
    prefer(first, other);
    long corrected =
        tell(
            "CorrectEntry",
            "{\"entry\":%d,\"on\":\"2014-03-04\",\"reason\":\"a day late\"}",
            other);
    assertThat(get("/api/cooperations/avon-brent-2?on=2014-03-03").path("state").asString())
        .isEqualTo("active");
    tell("RetractEntry", "{\"entry\":%d,\"reason\":\"not of this case\"}", corrected);
    assertThat(get("/api/cooperations/avon-brent-2?on=2014-03-03").path("state").asString())
        .isEqualTo("suspended");
    tell("RetractEntry", "{\"entry\":%d,\"reason\":\"a forgery\"}", other);
    JsonNode now = get("/api/cooperations/avon-brent-2?on=2015-01-01");
    assertThat(now.path("state").asString()).isEqualTo("terminated");
    assertThat(now.path("accounts")).isEmpty();
  }

  @Test
  void aPreferenceIsTakenBackByRetractingIt() {
    work("avon-brent-3");
    long first = end("avon-brent-3");
    long preference = prefer(first, suspend(first));
    tell("RetractEntry", "{\"entry\":%d,\"reason\":\"too soon\"}", preference);
    assertThat(get("/api/cooperations/avon-brent-3?on=2015-01-01").path("state").asString())
        .isEqualTo("terminated");
  }

  @Test
  void anAccountThatWouldLeaveLaterEntriesWithoutGroundIsNotPreferred() {
    work("avon-brent-4");
    long paused =
        tell(
            "SuspendCooperation",
            "{\"cooperation\":\"avon-brent-4\",\"on\":\"2000-01-01\",\"reason\":\"flood\"}");
    tell(
        "ResumeCooperation",
        "{\"cooperation\":\"avon-brent-4\",\"on\":\"2001-01-01\",\"reason\":\"ebb\"}");
    long other =
        tell(
            "RecordAccount",
            "{\"entry\":%d,\"as\":{\"command\":\"TerminateCooperation\",\"on\":\"2000\",\"reason\":\"flood\"}}",
            paused);
    refused("PreferAccount", prefers(paused, other), 409, "CONFLICTS_WITH_LATER_ENTRY");
  }

  private static String prefers(long entry, long account) {
    return "{\"entry\":%d,\"account\":%d,\"reason\":\"so\"}".formatted(entry, account);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    refused("PreferAccount", prefers(ended, suspended), 422, "NOTHING_CHANGED");
    refused("PreferAccount", prefers(ended, 1), 409, "NO_SUCH_ACCOUNT");
    refused("PreferAccount", prefers(ended, preferred), 409, "NO_SUCH_ACCOUNT");
    refused(
        "PreferAccount",
        "{\"entry\":%d,\"reason\":\"so\"}".formatted(ended),
        422,
        "INVALID_FIELDS");
    refused("RecordAccount", "{\"entry\":%d}".formatted(ended), 422, "NOTHING_CHANGED");
    refused("RecordAccount", "{\"entry\":%d,\"moon\":1}".formatted(ended), 422, "INVALID_FIELDS");
    refused(
        "RecordAccount",
        "{\"entry\":%d,\"on\":\"2014-05\"}".formatted(preferred),
        422,
        "INVALID_FIELDS");
    refused(
        "RecordAccount",
        "{\"entry\":%d,\"as\":{\"command\":\"CancelMeeting\"}}".formatted(ended),
        422,
        "INVALID_FIELDS");
    refused(
        "CorrectEntry",
        "{\"entry\":%d,\"reason\":\"so\"}".formatted(preferred),
        422,
        "INVALID_FIELDS");
    refused("RecordAccount", "{\"entry\":999999,\"on\":\"2014-05\"}", 404, "UNKNOWN_ENTRY");
    http.get(WORK + "?accordingTo=Nobody").expectProblem(422, "UNKNOWN_NAME");
    http.get(WORK + "?accordingTo=999999").expectProblem(422, "UNKNOWN_ENTRY");
  }

  private void refused(String command, String fields, int status, @Nullable String code) {
    JsonNode problem = http.command(command, fields).expect(status).json();
    assertThat(problem.path("code").asString()).as(fields).isEqualTo(code);
  }
}
