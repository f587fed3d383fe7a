package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
class RefusalWordsTest {
  private final Http http;

  RefusalWordsTest(Http http) {
    this.http = http;
  }

  @Test
  void aRefusalWritesWordsOfAFixedChoiceAsTheyAreHandedIn() {
    JsonNode threeOfTwo =
        http.command(
                "ScheduleMeeting",
                """
                {"meeting":"words-three","format":"bilateral","parties":["US","RU","DE"],
                 "scheduledFor":"2031"}
                """)
            .expectProblem(422, "BILATERAL_PARTY_COUNT")
            .json();
    assertThat(threeOfTwo.path("detail").asString()).contains("a bilateral meeting");
    JsonNode early =
        http.command(
                "ChangeRepresentation",
                "{\"parties\":[\"RU\",\"DE\"],\"level\":\"embassy\",\"on\":\"1850\"}")
            .expectProblem(409, "RELATIONS_NOT_ESTABLISHED")
            .json();
    assertThat(early.path("detail").asString()).contains("the level embassy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "EstablishRelations;{'parties':['US','US'],'on':'1900'};/parties",
        "SeverRelations;{'parties':['US','USA'],'on':'1900','reason':'r'};/parties",
        "RecognizeParty;{'by':'US','of':'US','on':'1900','mutual':false};/of",
        "EstablishCooperation;{'parties':['US','US'],'field':'f','on':'1900'};/parties"
      })
  void aPartyNamedTwiceIsPointedAt(String command, String fields, String pointer) {
    JsonNode problem =
        http.command(command, fields.replace('\'', '"')).expectProblem(422, "SELF_RELATION").json();
    assertThat(problem.at("/errors/0/pointer").asString("")).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "RecordTrip;{'traveller':{'name':'Somebody'},'stops':[]};/stops",
        "RecordMeetingHeld;{'meeting':'words-bare','heldOn':'2001'};/format",
        "RecordConferenceHeld;{'conference':'words-bare','heldOn':'2001'};/name /kind",
        "RecordConferenceHeld;{'conference':'words-bare','heldOn':'2001','name':'n'};/kind"
      })
  void aFieldThatNoEarlierEntryGivesIsPointedAt(String command, String fields, String pointers) {
    JsonNode problem =
        http.command(command, fields.replace('\'', '"'))
            .expectProblem(422, "INVALID_FIELDS")
            .json();
    assertThat(problem.path("errors").findValuesAsString("pointer"))
        .containsExactly(pointers.split(" ", -1));
  }
}
