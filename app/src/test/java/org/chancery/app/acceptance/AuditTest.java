package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample story as an auditor meets it: who changed what, when, why and from which source. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class AuditTest {
  private static final String DUNFORD = "/api/meetings/dunford-gerasimov-2017";
  private static final String MILITARY = "/api/cooperations/us-ru-military";

  private ServerProcess server;
  private Client client;

  @BeforeAll
  void tell(@TempDir Path data) {
    server = ServerProcess.demo(data);
    client = server.client();
  }

  @AfterAll
  void end() {
    server.close();
  }

  @Test
  void whoCorrectedTheMeetingInBakuIsExplainedWithTheReasonAndTheSource() {
    JsonNode explanation = client.ask(DUNFORD + "/explanation");
    JsonNode corrected = step(explanation, "entry.corrected");
    assertThat(corrected.path("recordedBy").asString()).isEqualTo("sample");
    assertThat(corrected.path("authority").asString()).isEqualTo("Records office of the sample");
    assertThat(corrected.path("reason").asString()).startsWith("The reports from Baku");
    assertThat(corrected.path("sources").findValuesAsString("publisher")).contains("AZERTAC");
    assertThat(corrected.path("recordedAt").asString()).isNotEmpty();
    long held = step(explanation, "meeting.held").path("position").asLong();
    assertThat(corrected.path("effect").asString()).isEqualTo("corrects %d; stands", held);
    assertThat(explanation.path("text").asString())
        .contains("meet in Baku, Azerbaijan", "because: The reports from Baku", "2017-02-16");
  }

  @Test
  void beforeTheCorrectionTheMeetingIsExplainedWithoutIt() {
    JsonNode now = client.ask(DUNFORD + "/explanation");
    long corrected = step(now, "entry.corrected").path("position").asLong();
    JsonNode before = client.ask(DUNFORD + "/explanation?knownAt=position:" + (corrected - 1));
    assertThat(before.path("steps").valueStream().map(each -> each.path("effect").asString()))
        .containsOnly("stands");
    assertThat(before.path("text").asString()).contains("2017-02-15").doesNotContain("Baku");
  }

  @Test
  void theTerminationThatIsNotFollowedIsToldBesideTheAccountThatIs() {
    JsonNode explanation = client.ask(MILITARY + "/explanation?on=2014-06-01");
    long account = step(explanation, "entry.account-recorded").path("position").asLong();
    JsonNode terminated = step(explanation, "cooperation.terminated");
    assertThat(terminated.path("effect").asString())
        .isEqualTo("stands beside others, and is not followed");
    assertThat(explanation.at("/answer/state").asString()).isEqualTo("suspended");
    assertThat(explanation.path("text").asString())
        .contains("preferred the account in entry " + account)
        .contains("is suspended since 2014-03-03");
  }

  @Test
  void whileOnlyTheYearWasKnownTheExplanationSaysWhatLeftItOpen() {
    JsonNode now = client.ask(MILITARY + "/explanation");
    long terminated = step(now, "cooperation.terminated").path("position").asLong();
    JsonNode then =
        client.ask(MILITARY + "/explanation?on=2014-06-01&knownAt=position:" + terminated);
    assertThat(then.path("text").asString())
        .contains(
            "between active and terminated, because entry %d is only dated 2014"
                .formatted(terminated));
  }

  @Test
  void theCorrectionIsListedWithTheAnswerBeforeAndAfter() {
    JsonNode change =
        client.all("/api/changes?subject=" + DUNFORD).stream()
            .filter(each -> each.path("kind").asString().equals("corrected"))
            .findFirst()
            .orElseThrow();
    assertThat(change.path("sources").findValuesAsString("publisher")).contains("AZERTAC");
    List<JsonNode> fields =
        change
            .at("/answers/0/differences")
            .valueStream()
            .filter(each -> !each.hasNonNull("to"))
            .flatMap(each -> each.path("fields").valueStream())
            .toList();
    assertThat(fields)
        .anyMatch(
            field ->
                field.path("field").asString().equals("heldOn")
                    && field.path("before").asString().equals("2017-02-15")
                    && field.path("after").asString().equals("2017-02-16"))
        .anyMatch(
            field ->
                field.path("field").asString().equals("place.locality")
                    && field.path("after").asString().equals("Baku"));
  }

  private static JsonNode step(JsonNode explanation, String name) {
    return explanation
        .path("steps")
        .valueStream()
        .filter(step -> step.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
