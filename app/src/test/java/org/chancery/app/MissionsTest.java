package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who headed a mission, asked and told over REST. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class MissionsTest {
  private static final String MISSION = "/api/missions/freedonia/sylvania";

  private final Http http;
  private long appointed;
  private long presented;
  private long last;

  MissionsTest(Http http) {
    this.http = http;
  }

  /** Teasdale left in January; Firefly came in April, and Sylvania would not have him in June. */
  @BeforeAll
  void aStory() {
    for (String party : List.of("freedonia", "sylvania")) {
      tell("RegisterParty", "'party':'%1$s','name':'%1$s','kind':'state'".formatted(party));
    }
    tell("RegisterOfficial", "'official':'firefly-rufus','name':'Rufus T. Firefly'");
    step("PresentCredentials", "'name':'Gloria Teasdale','on':'1930-05'");
    step("EndMission", "'name':'Gloria Teasdale','on':'1933-01-24','manner':'recalled'");
    appointed =
        step("AppointHeadOfMission", "'official':'firefly-rufus','rank':'Envoy','on':'1933-03-22'");
    presented = step("PresentCredentials", "'official':'firefly-rufus','on':'1933-04-03'");
    last =
        step(
            "DeclarePersonaNonGrata",
            "'person':{'official':'firefly-rufus'},'by':'sylvania','on':'1933-06-01',"
                + "'reason':'an insult'");
  }

  private long step(String command, String fields) {
    return tell(command, "'sending':'freedonia','receiving':'sylvania'," + fields);
  }

  private long tell(String command, String fields) {
    return http.command(command, "{%s}".formatted(fields).replace('\'', '"'))
        .expect(201)
        .position();
  }

  private JsonNode ask(String path) {
    String sign = path.contains("?") ? "&" : "?";
    return http.get(path + sign + "minPosition=" + last).expect(200).json();
  }

  @Test
  void onADayBetweenTwoHeadsNobodyIsOnRecordAndBothAreNamed() {
    JsonNode answer = ask(MISSION + "?on=1933-02-22");

    assertThat(answer.path("headed").asString()).isEqualTo("unknown");
    assertThat(answer.path("heads")).isEmpty();
    assertThat(answer.at("/predecessor/name").asString()).isEqualTo("Gloria Teasdale");
    assertThat(answer.at("/predecessor/manner").asString()).isEqualTo("recalled");
    assertThat(answer.at("/successor/official").asString()).isEqualTo("firefly-rufus");
    assertThat(answer.at("/names/officials/firefly-rufus").asString())
        .isEqualTo("Rufus T. Firefly");
    assertThat(Reply.positions(answer.path("entries"))).contains(appointed, presented);
  }

  @ParameterizedTest
  @CsvSource({
    "1930-05-15,indeterminate,credentials-presented",
    "1931-01-01,yes,credentials-presented",
    "1933-05-01,yes,credentials-presented",
    "1933-07-01,indeterminate,credentials-presented"
  })
  void aHeadIsToldWithTheStepThatSaysSo(String day, String headed, String by) {
    JsonNode answer = ask(MISSION + "?on=" + day);

    assertThat(answer.path("headed").asString()).isEqualTo(headed);
    assertThat(answer.at("/heads/0/by").asString()).isEqualTo(by);
  }

  @Test
  void whatWasKnownBeforeIsStillAnswered() {
    JsonNode before = ask(MISSION + "?on=1933-05-01&knownAt=position:" + (presented - 1));

    assertThat(before.path("headed").asString()).isEqualTo("indeterminate");
    assertThat(before.at("/heads/0/by").asString()).isEqualTo("appointed");
  }

  @Test
  void anOfficialTellsOfTheirMissions() {
    JsonNode missions = ask("/api/officials/firefly-rufus?on=1933-05-01").path("missions");

    assertThat(missions).hasSize(1);
    assertThat(missions.at("/0/mission").asString()).isEqualTo("freedonia-to-sylvania");
    assertThat(missions.at("/0/held").asString()).isEqualTo("yes");
    assertThat(missions.at("/0/steps")).hasSize(2);
    assertThat(ask("/api/officials/firefly-rufus?on=1900-01-01").at("/missions/0/held").isNull())
        .isTrue();
  }

  @Test
  void aListKeepsTheMissionsThatSomebodyHeads() {
    String list = "/api/missions?official=firefly-rufus&on=";

    assertThat(ask(list + "1933-05-01").path("total").asInt()).isEqualTo(1);
    assertThat(ask(list + "1933-03-25").at("/items/0/designated/0/official").asString())
        .isEqualTo("firefly-rufus");
    assertThat(ask(list + "1931-01-01").path("total").asInt()).isZero();
    assertThat(ask("/api/missions?sending=freedonia&on=1931-01-01").path("total").asInt())
        .isEqualTo(1);
    assertThat(ask("/api/missions?receiving=freedonia").path("total").asInt()).isZero();
    assertThat(ask("/api/missions?rank=envoy&on=1933-05-01").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void theOtherDirectionIsAnotherMissionOfWhichNothingIsKnown() {
    JsonNode answer = ask("/api/missions/sylvania/freedonia?on=1933-05-01");

    assertThat(answer.path("headed").asString()).isEqualTo("unknown");
    assertThat(answer.path("mission").asString()).isEqualTo("sylvania-to-freedonia");
    assertThat(answer.path("entries")).isEmpty();
  }

  @Test
  void allHeadsAreListedInTheirOrder() {
    JsonNode heads = ask(MISSION + "/heads?on=1933-05-01");

    assertThat(heads.path("total").asInt()).isEqualTo(2);
    assertThat(heads.at("/items/0/name").asString()).isEqualTo("Gloria Teasdale");
    assertThat(heads.at("/items/1/official").asString()).isEqualTo("firefly-rufus");
  }

  @Test
  void theTimelineAndTheExplanationTellEachStep() {
    JsonNode items = ask("/api/timeline?party=sylvania").path("items");
    assertThat(items.valueStream().map(item -> item.path("summary").asString()))
        .contains("Rufus T. Firefly presents credentials of freedonia to sylvania");

    String text = http.get(MISSION + "/explanation?on=1933-02-22").expect(200).json().toString();
    assertThat(text).contains("which does not say that nobody was", "Gloria Teasdale");
  }

  @Test
  void aCorrectionChangesTheAnswerAndIsToldAsAChange() {
    long entry = step("RecordArrival", "'name':'Pinky','on':'1940'");
    long corrected =
        tell("CorrectEntry", "'entry':%d,'reason':'misread','on':'1941'".formatted(entry));

    JsonNode changes =
        http.get("/api/changes?from=position:%d&minPosition=%d".formatted(entry, corrected))
            .expect(200)
            .json();
    assertThat(changes.toString()).contains("/api/missions/freedonia-to-sylvania");
    tell("RetractEntry", "'entry':%d,'reason':'another Pinky'".formatted(corrected));
    last = tell("RetractEntry", "'entry':%d,'reason':'another Pinky'".formatted(entry));
  }

  @Test
  void aFaultIsToldWhereItIs() {
    Reply reply =
        http.command(
            "EndMission",
            """
            {"sending":"freedonia","receiving":"nowhere","official":"nobody-known","on":"1933",
             "manner":"fled"}
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("errors").toString()).contains("/manner");
    assertThat(
            http.command(
                    "EndMission",
                    """
                    {"sending":"freedonia","receiving":"nowhere","official":"nobody-known",
                     "on":"1933"}
                    """)
                .expectProblem(422, "UNKNOWN_PARTY")
                .json()
                .path("errors")
                .toString())
        .contains("/receiving", "/official");
  }
}
