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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a later fact presupposes, and what nobody recorded, is never left out of an answer. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class DoubtfulRelationsTest {
  private final Http http;

  DoubtfulRelationsTest(Http http) {
    this.http = http;
  }

  /**
   * Ruritania severed relations with Strelsau, with Zenda and with Tarlenheim; facts that
   * presuppose relations followed. Of Hentzau there is nothing but a beginning.
   */
  @BeforeAll
  void aStory() {
    for (String party :
        List.of("ruritania", "strelsau", "zenda", "tarlenheim", "hentzau", "hofbau")) {
      tell("RegisterParty", "{'party':'%s','name':'%s','kind':'state'}".formatted(party, party));
    }
    for (String other : List.of("strelsau", "zenda", "tarlenheim", "hentzau")) {
      tell("EstablishRelations", with(other, "'on':'1900-01-01'"));
    }
    for (String other : List.of("strelsau", "zenda", "tarlenheim")) {
      tell("ChangeRepresentation", with(other, "'level':'embassy','on':'1910-01-01'"));
      tell("SeverRelations", with(other, "'on':'1942-11-08','reason':'war'"));
    }
    tell(
        "NoteDiscrepancy",
        with(
            "strelsau", "'stated':'representation','on':'1944-12-01','reason':'embassy reopened'"));
    tell(
        "NoteDiscrepancy",
        with("tarlenheim", "'stated':'representation','on':'1944','reason':'embassy reopened'"));
    tell("ResumeRelations", with("tarlenheim", "'on':'1950-01-01','reason':'treaty'"));
    tell("RecognizeParty", "{'by':'ruritania','of':'zenda','on':'1944-10-23'}");
  }

  private void tell(String command, String fields) {
    long position = http.command(command, fields.replace('\'', '"')).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
  }

  private static String with(String other, String fields) {
    return "{'parties':['ruritania','%s'],%s}".formatted(other, fields);
  }

  private JsonNode of(String other, String query) {
    return http.get("/api/relationships/ruritania/%s?%s".formatted(other, query))
        .expect(200)
        .json();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "strelsau, 1943-01-01, severed",
    "strelsau, 1944-12-01, indeterminate",
    "strelsau, 2026-01-01, indeterminate",
    "zenda, 1944-10-22, severed",
    "zenda, 1944-10-23, indeterminate",
    "tarlenheim, 1943-12-31, severed",
    "tarlenheim, 1944-01-01, indeterminate",
    "tarlenheim, 1949-12-31, indeterminate",
    "tarlenheim, 1950-01-01, established",
  })
  void aLaterFactThatPresupposesRelationsLeavesThemOpenUntilADecisiveOne(
      String other, String on, String state) {
    JsonNode answer = of(other, "on=" + on);

    assertThat(answer.at("/diplomaticRelations/state").asString()).isEqualTo(state);
    if (state.equals("indeterminate")) {
      assertThat(texts(answer.at("/diplomaticRelations/between")))
          .containsExactly("severed", "established");
      assertThat(answer.path("status").asString()).isEqualTo("indeterminate");
      assertThat(answer.at("/diplomaticRelations/entries")).hasSize(2);
    }
  }

  @Test
  void theAnswerTheHistoryAndTheListCarryTheDiscrepancy() {
    JsonNode answer = of("strelsau", "on=2000-01-01");
    JsonNode entry = answer.at("/discrepancies/0/entries/0");

    assertThat(answer.path("discrepancies")).hasSize(1);
    assertThat(answer.at("/discrepancies/0/entry")).isEqualTo(entry);
    assertThat(answer.at("/diplomaticRelations/entries").valueStream()).contains(entry);
    JsonNode history = http.get("/api/relationships/ruritania/strelsau/history").expect(200).json();
    assertThat(history.path("items"))
        .isNotEmpty()
        .allMatch(segment -> segment.path("discrepancies").equals(answer.path("discrepancies")));
    assertThat(history.at("/items").valueStream().toList().getLast().path("status").asString())
        .isEqualTo("indeterminate");
    assertThat(listed("indeterminate")).contains("strelsau", "zenda");
    assertThat(listed("severed")).doesNotContain("strelsau", "zenda");
  }

  private List<String> listed(String relations) {
    return http.get("/api/relationships?party=ruritania&on=2000-01-01&relations=" + relations)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(
            item ->
                item.at("/parties")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(id -> !id.equals("ruritania"))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  @Test
  void theConclusionOfTheExplanationNamesTheDiscrepancy() {
    JsonNode explanation =
        http.get("/api/relationships/ruritania/strelsau/explanation?on=2000-01-01")
            .expect(200)
            .json();
    long entry = of("strelsau", "on=2000-01-01").at("/discrepancies/0/entries/0").asLong();
    String text = explanation.path("text").asString().strip();

    assertThat(text.substring(text.lastIndexOf("\n\n")))
        .contains("entry %d states representation on 1944-12-01".formatted(entry));
    assertThat(explanation.at("/answer/entries").valueStream().map(JsonNode::asLong))
        .contains(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hentzau", "tarlenheim"})
  void representationThatNobodyRecordedIsUnknown(String other) {
    JsonNode answer = of(other, "on=2000-01-01");

    assertThat(answer.at("/diplomaticRelations/state").asString()).isEqualTo("established");
    assertThat(answer.at("/representation/level").asString()).isEqualTo("unknown");
    assertThat(answer.at("/representation/entries")).isEmpty();
    assertThat(answer.at("/representation/since").isNull()).isTrue();
  }

  @Test
  void thatThereIsNoMissionCitesTheEntryThatSaysSo() {
    JsonNode severed = of("tarlenheim", "on=1943-06-01");

    assertThat(severed.at("/representation/level").asString()).isEqualTo("none");
    assertThat(severed.at("/representation/entries"))
        .isEqualTo(severed.at("/diplomaticRelations/entries"))
        .hasSize(1);
  }

  @Test
  void ofWhatNothingIsRecordedNothingIsKnown() {
    JsonNode strangers = of("hofbau", "on=2000-01-01");

    assertThat(strangers.at("/diplomaticRelations/state").asString()).isEqualTo("unknown");
    assertThat(strangers.at("/representation/level").asString()).isEqualTo("unknown");
    assertThat(strangers.path("status").asString()).isEqualTo("unknown");
    assertThat(strangers.path("entries")).isEmpty();
    assertThat(of("hentzau", "on=1899-01-01").at("/diplomaticRelations/state").asString())
        .isEqualTo("unknown");
  }
}
