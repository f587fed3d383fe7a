package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers name whom they cite by id, and who has a name is found by it. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class NamesInAnswersTest {
  private final Http http;

  NamesInAnswersTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties/RU",
        "/api/parties?code=RU",
        "/api/statements/lavrov-2017-01",
        "/api/positions?party=RU",
        "/api/conferences/bonn-2017-g20",
        "/api/conferences?party=RU",
        "/api/cooperations/nato-ru-practical",
        "/api/cooperations?party=RU",
        "/api/agreements/new-start",
        "/api/agreements?party=RU",
        "/api/sanctions/us-ru-2014",
        "/api/sanctions?against=RU",
        "/api/relationships/US/RU?on=2015-01-01",
        "/api/meetings/bonn-2017-us-ru",
        "/api/meetings?party=RU",
        "/api/meetings/bonn-2017-us-ru/precedents",
        "/api/precedents?party=US&with=RU",
        "/api/relationships/US/RU",
        "/api/relationships?party=RU",
        "/api/missions/US/RU",
        "/api/missions?receiving=RU",
        "/api/missions/US/RU/explanation",
        "/api/entries?name=mission.head-appointed",
        "/api/trips/tillerson-bonn-2017",
        "/api/officials/tillerson-rex-w/trips",
        "/api/trips?country=RU",
        "/api/stops?country=RU",
        "/api/timeline?party=RU",
        "/api/changes?subject=/api/relationships/US/RU",
        "/api/entries?subject=/api/relationships/US/RU",
        "/api/entries?name=meeting.scheduled",
        "/api/relationships/US/RU/explanation"
      })
  void everyAnswerNamesThePartiesThatItCites(String query) {
    JsonNode answer = http.get(query).expect(200).json();
    assertThat(answer.at("/names/parties/russia").asString("")).isEqualTo("Russia");
    assertThat(answer.at("/names/parties/qqqqq").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/officials/tillerson-rex-w",
        "/api/officials?name=tillerson",
        "/api/meetings/bonn-2017-us-ru",
        "/api/meetings/bonn-2017-us-ru/precedents?official=tillerson-rex-w",
        "/api/trips/tillerson-bonn-2017",
        "/api/stops?official=tillerson-rex-w",
        "/api/timeline?official=tillerson-rex-w",
        "/api/changes?subject=/api/trips/tillerson-bonn-2017",
        "/api/entries?subject=/api/trips/tillerson-bonn-2017"
      })
  void everyAnswerNamesTheOfficialsThatItCites(String query) {
    JsonNode answer = http.get(query).expect(200).json();
    if (!query.contains("precedents")) {
      assertThat(answer.at("/names/officials/tillerson-rex-w").asString(""))
          .isEqualTo("Rex W. Tillerson");
    }
    assertThat(answer.path("names").path("officials").isObject()).isTrue();
  }

  @Test
  void streamsNameThemInEachEvent() {
    String timeline =
        http.get("/api/timeline/stream?party=RU&official=tillerson-rex-w&speed=36525").body();
    assertThat(timeline).contains("\"russia\":\"Russia\"").contains("\"Rex W. Tillerson\"");
  }

  @Test
  void namesAreThoseOfTheKnowledgeAskedFor() {
    long first = register("houyhnhnm", "Hauyhnhnm");
    long corrected =
        http.command(
                "CorrectEntry",
                "{\"entry\":%d,\"reason\":\"misspelt\",\"name\":\"Houyhnhnm\"}".formatted(first))
            .expect(201)
            .position();
    String asked = "/api/parties/houyhnhnm?minPosition=" + corrected;
    assertThat(named(asked)).isEqualTo("Houyhnhnm");
    assertThat(named(asked)).isEqualTo("Houyhnhnm");
    assertThat(named(asked + "&knownAt=position:" + first)).isEqualTo("Hauyhnhnm");
    assertThat(named(asked)).isEqualTo("Houyhnhnm");
  }

  private String named(String query) {
    return http.get(query).expect(200).json().at("/names/parties/houyhnhnm").asString("");
  }

  private long register(String id, String name) {
    String fields = "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(id, name);
    long position = http.command("RegisterParty", fields).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/officials?name=, official, Tillerson, tillerson-rex-w",
    "/api/officials?name=, official, till, tillerson-rex-w",
    "/api/officials?name=, official, REX%20TILL, tillerson-rex-w",
    "/api/officials?name=, official, w.%20tillerson, tillerson-rex-w",
    "/api/parties?name=, party, united%20st, united-states",
    "/api/parties?name=, party, atlantic, nato",
    "/api/parties?name=, party, soviet, russia"
  })
  void anIdIsFoundByTheBeginningsOfWordsOfTheName(
      String query, String field, String words, String id) {
    JsonNode page = http.get(query + words).expect(200).json();
    assertThat(ids(page, field)).contains(id);
    assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
  }

  private static List<String> ids(JsonNode page, String field) {
    return page.path("items").valueStream().map(item -> item.path(field).asString()).toList();
  }

  @Test
  void accentsAndTheirCodePointsDoNotHideAName() {
    register("agora-republic", "R\u00e9publique d\u2019A\u0301gora");
    for (String words : List.of("agora", "%C3%81gora", "A%CC%81gora", "republique+d'agora")) {
      assertThat(ids(http.get("/api/parties?name=" + words).expect(200).json(), "party"))
          .as(words)
          .containsExactly("agora-republic");
    }
  }

  @Test
  void aNameNearlyRightIsAnsweredWithTheIdsThatMayBeMeant() {
    JsonNode problem =
        http.get("/api/officials?name=Tilerson").expectProblem(422, "UNKNOWN_OFFICIAL").json();
    assertThat(problem.path("suggestions").valueStream().map(JsonNode::asString))
        .containsExactly("tillerson-rex-w");
  }
}
