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

/** Who said what, and where each stood by the last of it. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class StatementsTest {
  private final Http http;
  private long beforeWithdrawal;
  private long last;
  private long appointed;

  StatementsTest(Http http) {
    this.http = http;
  }

  /**
   * Sylvania was against the tariff, then for it; its minister, whose party no statement tells,
   * took back that it would be paid. Freedonia said two things on one day.
   */
  @BeforeAll
  void aDebate() {
    for (String party : List.of("sylvania", "freedonia")) {
      command(
          "RegisterParty",
          "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}".formatted(party));
    }
    for (String official : List.of("trentino", "firefly")) {
      command("RegisterOfficial", "{\"official\":\"%1$s\",\"name\":\"%1$s\"}".formatted(official));
    }
    appointed =
        command(
            "AppointOfficial",
            """
            {"official":"trentino","office":"Ambassador","party":"sylvania","on":"1930-01-01"}
            """);
    String role = "{\"role\":\"officials\",\"party\":\"sylvania\"}";
    say("syl-1", role, "1932-05-01", "opposes");
    say("syl-2", "{\"name\":\"A Minister\",\"party\":\"sylvania\"}", "1933-03", "conditional");
    say("syl-3", "{\"official\":\"trentino\"}", "1933-06-01", "supports");
    say("free-1", "{\"role\":\"one\",\"party\":\"freedonia\"}", "1933-04-01", "supports");
    say("free-2", "{\"role\":\"two\",\"party\":\"freedonia\"}", "1933-04-01", "denies");
    beforeWithdrawal = say("fire-1", "{\"official\":\"firefly\"}", "1933-05-01", "commits");
    last =
        command(
            "WithdrawStatement",
            "{\"statement\":\"syl-3\",\"on\":\"1933-07-01\",\"reason\":\"a slip\"}");
  }

  private long say(String id, String speaker, String on, String stance) {
    return command(
        "RecordStatement",
        """
        {"statement":"%s","speaker":%s,"attribution":"on-the-record","on":"%s",
         "about":["freedonia"],"topics":["trade"],"summary":"of the tariff",
         "position":{"topic":"The Tariff","stance":"%s"},"quote":"..."}
        """
            .formatted(id, speaker, on, stance));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private JsonNode position(String query) {
    JsonNode all =
        http.get("/api/positions?topic=the-tariff&minPosition=" + last + "&" + query)
            .expect(200)
            .json();
    assertThat(all.path("items")).as(all.toString()).hasSize(1);
    return all.at("/items/0");
  }

  @Test
  void eachStandsWhereTheLastStatementPutsItWithTheOneBefore() {
    JsonNode sylvania = position("party=sylvania&on=1933-06-15");
    assertThat(sylvania.path("stance").asString()).isEqualTo("supports");
    assertThat(sylvania.at("/last/statement").asString()).isEqualTo("syl-3");
    assertThat(sylvania.at("/before/statement").asString()).isEqualTo("syl-2");
    assertThat(Reply.positions(sylvania.path("entries"))).contains(appointed);
    assertThat(position("party=sylvania&on=1933-01-01").path("stance").asString())
        .isEqualTo("opposes");
  }

  @Test
  void whatIsTakenBackGivesNoPositionFromThatDayOnAndIsTold() {
    JsonNode after = position("party=sylvania&on=1933-07-01");
    assertThat(after.path("stance").asString()).isEqualTo("conditional");
    assertThat(after.at("/last/statement").asString()).isEqualTo("syl-2");
    assertThat(after.at("/withdrawn/0/statement").asString()).isEqualTo("syl-3");
    assertThat(after.at("/withdrawn/0/withdrawal/reason").asString()).isEqualTo("a slip");
    JsonNode asKnownBefore =
        position("party=sylvania&on=1933-07-01&knownAt=position:" + beforeWithdrawal);
    assertThat(asKnownBefore.at("/last/statement").asString()).isEqualTo("syl-3");
  }

  @Test
  void whereTheDatesDoNotTellWhichWasLastTheAnswerSaysSo() {
    JsonNode freedonia = position("party=freedonia&on=1933-12-31");
    assertThat(freedonia.path("stance").isNull()).isTrue();
    assertThat(freedonia.path("last").isNull()).isTrue();
    assertThat(freedonia.path("possible")).hasSize(2);
    assertThat(freedonia.path("between").valueStream().map(JsonNode::asString))
        .containsExactly("supports", "denies");
    assertThat(freedonia.path("perhapsNone").asBoolean()).isFalse();
  }

  @Test
  void whileAStatementMayNotHaveBeenMadeYetTheOneBeforeMayStillHold() {
    JsonNode sylvania = position("party=sylvania&on=1933-03-15");
    assertThat(sylvania.path("stance").isNull()).isTrue();
    assertThat(sylvania.path("possible")).hasSize(2);
  }

  @Test
  void anOfficialWhosePartyNobodyTellsSpeaksForNoParty() {
    JsonNode firefly = position("official=firefly&on=1933-12-31");
    assertThat(firefly.path("party").isNull()).isTrue();
    assertThat(firefly.path("official").asString()).isEqualTo("firefly");
    assertThat(firefly.path("stance").asString()).isEqualTo("commits");
    JsonNode all =
        http.get("/api/positions?topic=the-tariff&on=1933-12-31&minPosition=" + last).json();
    assertThat(all.path("items")).hasSize(3);
    assertThat(all.at("/items/2/official").asString()).isEqualTo("firefly");
  }

  @Test
  void aTopicThatIsOnlySpokenOfGivesNoPosition() {
    JsonNode all = http.get("/api/positions?topic=trade&minPosition=" + last).expect(200).json();
    assertThat(all.path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "party=sylvania, 3",
    "party=sylvania&stance=opposes, 1",
    "official=trentino, 1",
    "official=trentino&status=withdrawn, 1",
    "about=freedonia&topic=trade, 6",
    "topic=the-tariff&from=1933-04&to=1933-05, 3",
    "topic=The Tariff&on=1932-12-31, 1",
    "about=sylvania, 0"
  })
  void listsAreNarrowedDown(String query, int total) {
    JsonNode list =
        http.get("/api/statements?" + query.replace(" ", "%20") + "&minPosition=" + last)
            .expect(200)
            .json();
    assertThat(list.path("total").asInt(-1)).isEqualTo(total);
  }

  @Test
  void theyAreCounted() {
    JsonNode counted =
        http.get("/api/statements?groupBy=stance&sort=key&party=sylvania&minPosition=" + last)
            .expect(200)
            .json();
    assertThat(counted.path("groups").findValuesAsString("stance"))
        .containsExactly("conditional", "opposes", "supports");
    String items = counted.at("/groups/2/items").asString();
    assertThat(http.get(items).expect(200).json().at("/items/0/statement").asString())
        .isEqualTo("syl-3");
  }

  @Test
  void theTimelineTellsOfAPartyWhatItsOfficialsSay() {
    JsonNode items =
        http.get("/api/timeline?party=sylvania&from=1933-06&to=1933-07&minPosition=" + last)
            .expect(200)
            .json()
            .path("items");
    assertThat(items.valueStream().map(item -> item.path("summary").asString()))
        .containsExactly(
            "trentino: of the tariff", "trentino takes back \"of the tariff\": a slip");
    assertThat(items.at("/0/parties").valueStream().map(JsonNode::asString))
        .contains("sylvania", "freedonia");
  }

  @Test
  void itIsExplainedByItsEntries() {
    String words =
        http.get("/api/statements/syl-3/explanation?minPosition=" + last, "Accept", "text/plain")
            .expect(200)
            .body();
    assertThat(words).contains("has been taken back").contains("a slip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"official\":\"trentino\",\"role\":\"r\"} | /speaker",
        "{\"role\":\"r\",\"name\":\"A\",\"party\":\"US\"} | /speaker",
        "{\"role\":\" \",\"party\":\"US\"} | /speaker/role",
        "{} | /speaker",
        "\"trentino\" | /speaker",
        "null | /speaker"
      })
  void aSpeakerInNoKnownFormIsRefused(String speaker, String pointer) {
    JsonNode problem =
        http.command(
                "RecordStatement",
                """
                {"speaker":%s,"attribution":"unattributed","on":"1933","summary":"s"}
                """
                    .formatted(speaker))
            .expectProblem(422, "INVALID_FIELDS")
            .json();
    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    if (pointer.equals("/speaker") && !speaker.equals("null")) {
      assertThat(problem.at("/errors/0/message").asString())
          .isEqualTo("must be {official, party?} or {name, party?} or {role, party}");
    }
  }
}
