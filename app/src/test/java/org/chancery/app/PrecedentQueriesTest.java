package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
class PrecedentQueriesTest {
  private final Http http;

  PrecedentQueriesTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 422, INVALID_FIELDS",
    "party=US, 422, INVALID_FIELDS",
    "with=US, 422, INVALID_FIELDS",
    "party=US&official=tillerson-rex-w&with=RU, 422, INVALID_FIELDS",
    "party=US&with=RU&format=seance, 422, INVALID_FIELDS",
    "party=US&with=USA, 422, SELF_RELATION",
    "party=US&with=RU&before=2017, 422, INVALID_DATE",
    "party=US&with=RU&knownAt=position:999999999, 422, AS_OF_IN_FUTURE",
    "party=US&with=atlantis, 422, UNKNOWN_PARTY",
    "official=tillerson-rex-w&with=nobody, 422, UNKNOWN_OFFICIAL"
  })
  void aQuestionThatMakesNoSenseIsAnsweredWithItsProblem(String query, int status, String code) {
    http.get("/api/precedents?" + query).expectProblem(status, code);
  }

  @Test
  void thePrecedentsOfAMeetingThatIsNotHeldHereAreUnknown() {
    http.get("/api/meetings/never/precedents").expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void theContactsOfTwoPartiesAreToldWithTheirEntriesAndTheirScope() {
    JsonNode answer =
        http.get("/api/precedents?party=US&with=RU&before=2017-03-01&on=2017-03-01")
            .expect(200)
            .json();
    assertThat(answer.at("/last/contact/meeting").asString("")).isEqualTo("bonn-2017-us-ru");
    assertThat(answer.at("/since/atLeast").asInt()).isEqualTo(13);
    assertThat(answer.path("entries")).isNotEmpty();
    assertThat(answer.path("summary").asString("")).contains("in this ledger");
    assertThat(answer.at("/scope/words").asString("")).contains("in this ledger");
    assertThat(answer.at("/asOf/on").asString("")).isEqualTo("2017-03-01");
    assertThat(answer.at("/scope/knowledge")).isEqualTo(answer.path("asOf"));
  }

  @Test
  void theDayOfOnIsTheDayBeforeWhichContactsAreLookedFor() {
    JsonNode answer = http.get("/api/precedents?party=US&with=RU&on=2017-02-16").json();
    assertThat(answer.at("/scope/before").asString("")).isEqualTo("2017-02-16");
    assertThat(answer.at("/last/certainty").asString("")).isEqualTo("none");
  }

  @Test
  void aMeetingOfWhichNoOutcomeIsOnRecordLeavesTheFirstUncertain() {
    for (String party : List.of("opar", "kor")) {
      tell("RegisterParty", "{'party':'%1$s','name':'%1$s','kind':'state'}".formatted(party));
    }
    String meeting = "{'meeting':'%s','format':'%s','parties':['opar','kor'],'%s':'%s'}";
    tell("ScheduleMeeting", meeting.formatted("opar-1", "dinner", "scheduledFor", "2001-05-05"));
    tell("ScheduleMeeting", meeting.formatted("opar-0", "phone", "scheduledFor", "2001-04-05"));
    tell("CancelMeeting", "{'meeting':'opar-0','on':'2002-01-01','reason':'r'}");
    tell("RecordMeetingHeld", meeting.formatted("opar-2", "bilateral", "heldOn", "2002-05-05"));

    JsonNode two = http.get("/api/precedents?party=opar&with=kor").expect(200).json();
    assertThat(two.at("/first/certainty").asString()).isEqualTo("uncertain");
    assertThat(two.at("/first/contact/meeting").asString()).isEqualTo("opar-2");
    assertThat(two.at("/contacts").toString()).isEqualTo("{\"atLeast\":1,\"atMost\":2}");
    assertThat(two.path("overdue").findValuesAsString("meeting")).containsExactly("opar-1");
    assertThat(two.path("entries").toString()).contains(two.at("/overdue/0/entries/0").toString());
    assertThat(two.path("summary").asString()).contains("of 1 meeting no outcome is on record");
    JsonNode dinners = http.get("/api/precedents?party=opar&with=kor&format=phone").json();
    assertThat(dinners.at("/first/certainty").asString()).isEqualTo("none");
    assertThat(dinners.path("overdue")).isEmpty();

    JsonNode pair = http.get("/api/meetings/opar-2/precedents").expect(200).json();
    assertThat(pair.at("/parties/0/inAnyFormat/first").asString()).isEqualTo("indeterminate");
    assertThat(pair.at("/parties/0/inAnyFormat/overdue/0/meeting").asString()).isEqualTo("opar-1");
    assertThat(pair.at("/parties/0/inThisFormat/first").asString()).isEqualTo("yes");
    JsonNode then = http.get("/api/precedents?party=opar&with=kor&before=2001-05-01").json();
    assertThat(then.at("/first/certainty").asString()).isEqualTo("none");
  }

  private void tell(String command, String fields) {
    long position = http.command(command, fields.replace('\'', '"')).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
  }

  @Test
  void aMeetingMayBeAskedForThePairsOfOneAlone() {
    String address = "/api/meetings/bonn-2017-us-ru/precedents";
    assertThat(http.get(address).expect(200).json().path("parties")).hasSize(1);
    assertThat(http.get(address + "?party=RUS").json().path("parties")).hasSize(1);
    assertThat(http.get(address + "?party=DE").json().path("parties")).isEmpty();
  }
}
