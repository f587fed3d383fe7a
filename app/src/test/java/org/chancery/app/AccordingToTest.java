package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What rests on several subjects is answered by one source's account of each. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccordingToTest {
  private static final String GAZETTE = source("The Gazette");
  private static final String MINISTRY = source("Ministry of Rivers");
  private static final String PAIR = "/api/relationships/coln/dove?on=2015-01-01";
  private static final String BY_MINISTRY = "&accordingTo=Ministry%20of%20Rivers";
  private static final String BY_GAZETTE = "&accordingTo=The%20Gazette";

  private final Http http;

  AccordingToTest(Http http) {
    this.http = http;
  }

  private static String source(String publisher) {
    return ",\"provenance\":{\"sources\":[{\"title\":\"News\",\"publisher\":\"%s\"}]}}"
        .formatted(publisher);
  }

  @BeforeAll
  void parties() {
    for (String party : List.of("coln", "dove", "exe")) {
      register(party, GAZETTE);
    }
    tell("RegisterOfficial", "{\"official\":\"boatman\",\"name\":\"A Boatman\"" + GAZETTE);
  }

  private long register(String party, String by) {
    return tell(
        "RegisterParty",
        "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"".formatted(party) + by);
  }

  private long tell(String command, String fields) {
    long position = http.command(command, fields).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  private long beside(long entry, String fields, String by) {
    return tell("RecordAccount", "{\"entry\":%d,%s".formatted(entry, fields) + by);
  }

  private JsonNode get(String path) {
    return http.get(path).expect(200).json();
  }

  @Test
  void aRelationshipFollowsTheAccountOfItsRelations() {
    long begun =
        tell("EstablishRelations", "{\"parties\":[\"coln\",\"dove\"],\"on\":\"1990\"" + GAZETTE);
    beside(begun, "\"on\":\"2020\"", MINISTRY);
    String state = "/diplomaticRelations/state";
    assertThat(get(PAIR).at(state).asString()).isEqualTo("established");
    assertThat(get(PAIR + BY_GAZETTE).at(state).asString()).isEqualTo("established");
    assertThat(get(PAIR + BY_MINISTRY).at(state).asString()).isEqualTo("unknown");
    assertThat(get(PAIR + BY_MINISTRY).at("/accounts/0/accounts/1/followed").asBoolean()).isTrue();
    JsonNode history =
        get("/api/relationships/coln/dove/history?accordingTo=Ministry%20of%20Rivers");
    assertThat(history.path("items").findValuesAsString("from")).doesNotContain("1990-12-31");
  }

  /** By the ministry, Exe took Dove's place: what is not in the list by one is in it by another. */
  @Test
  void whoTookPartInAMeetingIsFollowedIntoThePairsOfEach() {
    long met =
        tell(
            "RecordMeetingHeld",
            "{\"meeting\":\"weir\",\"format\":\"bilateral\",\"parties\":[\"coln\",\"dove\"],"
                + "\"heldOn\":\"2010-05-01\""
                + GAZETTE);
    beside(met, "\"parties\":[\"coln\",\"exe\"]", MINISTRY);
    String other = "/api/relationships/coln/exe?on=2015-01-01";
    assertThat(get(PAIR).at("/lastContact/meeting").asString()).isEqualTo("weir");
    assertThat(get(PAIR + BY_MINISTRY).path("lastContact").isNull()).isTrue();
    assertThat(get(other).path("lastContact").isNull()).isTrue();
    assertThat(get(other + BY_MINISTRY).at("/lastContact/meeting").asString()).isEqualTo("weir");
    http.get("/api/relationships/dove/exe?accordingTo=" + met).expectProblem(422, "UNKNOWN_ENTRY");
    http.get(PAIR + "&accordingTo=Nobody").expectProblem(422, "UNKNOWN_NAME");
  }

  @Test
  void anOfficialAndAMissionFollowIt() {
    long sent =
        tell(
            "PresentCredentials",
            "{\"sending\":\"coln\",\"receiving\":\"exe\",\"official\":\"boatman\","
                + "\"on\":\"2000-01-01\""
                + GAZETTE);
    beside(sent, "\"on\":\"2001-01-01\"", MINISTRY);
    long appointed =
        tell(
            "AppointOfficial",
            "{\"official\":\"boatman\",\"office\":\"Ferryman\",\"party\":\"dove\","
                + "\"on\":\"1999\""
                + GAZETTE);
    beside(appointed, "\"office\":\"Lock keeper\"", MINISTRY);
    String mission = "/api/missions/coln/exe?on=2000-06-01";
    assertThat(get(mission).path("headed").asString()).isEqualTo("yes");
    assertThat(get(mission + BY_MINISTRY).path("headed").asString()).isEqualTo("unknown");
    JsonNode official = get("/api/officials/boatman?on=2000-06-01" + BY_MINISTRY);
    assertThat(official.at("/appointments/0/office").asString()).isEqualTo("Lock keeper");
    assertThat(official.at("/missions/0/steps/0/on").asString()).isEqualTo("2001-01-01");
    assertThat(official.path("accounts")).hasSize(2);
    assertThat(
            get("/api/missions/coln/exe/heads?accordingTo=" + sent)
                .at("/items/0/steps/0/on")
                .asString())
        .isEqualTo("2000-01-01");
  }

  @Test
  void aConferenceHasTheSessionsThatTheSourceTellsOf() {
    tell(
        "ConveneConference",
        "{\"conference\":\"regatta\",\"name\":\"Regatta\",\"kind\":\"summit\","
            + "\"scheduledFor\":\"2012-05-01/2012-05-03\""
            + GAZETTE);
    long met =
        tell(
            "ScheduleMeeting",
            "{\"meeting\":\"sluice\",\"format\":\"bilateral\",\"parties\":[\"coln\",\"exe\"],"
                + "\"partOf\":\"regatta\",\"scheduledFor\":\"2012-05-01\""
                + GAZETTE);
    beside(met, "\"partOf\":null,\"inMarginsOf\":\"regatta\"", MINISTRY);
    String regatta = "/api/conferences/regatta?on=2012-05-01";
    assertThat(get(regatta).path("sessions")).hasSize(1);
    assertThat(get(regatta).path("accounts")).hasSize(1);
    assertThat(get(regatta + BY_MINISTRY).path("sessions")).isEmpty();
    assertThat(get(regatta + BY_MINISTRY).at("/inMargins/0/meeting").asString())
        .isEqualTo("sluice");
  }

  @Test
  void aPartyIsCalledAsTheSourceHasIt() {
    long known = register("fal", GAZETTE);
    beside(known, "\"name\":\"Kingdom of Fal\"", MINISTRY);
    assertThat(get("/api/parties/fal").path("name").asString()).isEqualTo("fal");
    assertThat(get("/api/parties/fal?accordingTo=ministry%20of%20rivers").path("name").asString())
        .isEqualTo("Kingdom of Fal");
  }

  /** The source would be told to say one thing where it says two. */
  @Test
  void aSourceThatGivesTwoAccountsIsAskedByPosition() {
    tell(
        "EstablishCooperation",
        "{\"cooperation\":\"locks\",\"parties\":[\"dove\",\"exe\"],\"field\":\"locks\","
            + "\"on\":\"1994\""
            + GAZETTE);
    long first =
        tell(
            "TerminateCooperation",
            "{\"cooperation\":\"locks\",\"on\":\"2000\",\"reason\":\"drought\"" + GAZETTE);
    long later = beside(first, "\"on\":\"2005\"", GAZETTE);
    http.get("/api/relationships/dove/exe?on=2002-01-01" + BY_GAZETTE)
        .expectProblem(422, "AMBIGUOUS_ACCOUNT");
    JsonNode problem =
        http.get("/api/cooperations/locks?on=2002-01-01" + BY_GAZETTE)
            .expectProblem(422, "AMBIGUOUS_ACCOUNT")
            .json();
    assertThat(LongStream.range(0, 2).map(i -> problem.at("/entries/" + i).asLong()))
        .containsExactly(first, later);
    assertThat(
            get("/api/cooperations/locks?on=2002-01-01&accordingTo=" + later)
                .path("state")
                .asString())
        .isEqualTo("active");
  }

  @Test
  void whomAnAccountNamesStaysRegisteredWhetherOrNotItIsFollowed() {
    long thames = register("thames", GAZETTE);
    long severn = register("severn", GAZETTE);
    long met =
        tell(
            "RecordMeetingHeld",
            "{\"meeting\":\"dam\",\"format\":\"bilateral\",\"parties\":[\"coln\",\"dove\"],"
                + "\"heldOn\":\"2011-05-01\""
                + GAZETTE);
    long account = beside(met, "\"parties\":[\"coln\",\"thames\"]", MINISTRY);
    JsonNode problem =
        http.command("RetractEntry", retracting(thames))
            .expectProblem(409, "CONFLICTS_WITH_LATER_ENTRY")
            .json();
    assertThat(problem.at("/entries/0").asLong()).isEqualTo(account);
    tell("RetractEntry", retracting(severn));
    long taken = tell("RetractEntry", retracting(account));
    tell("RetractEntry", retracting(thames));
    http.command("RetractEntry", retracting(taken)).expectProblem(422, "UNKNOWN_PARTY");
  }

  private static String retracting(long entry) {
    return "{\"entry\":%d,\"reason\":\"a mistake\"}".formatted(entry);
  }
}
