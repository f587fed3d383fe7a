package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationshipListTest {
  private final Http http;

  RelationshipListTest(Http http) {
    this.http = http;
  }

  /** Avalon has relations with Brobdingnag, works with Camelot, and has met Dilmun and Elysium. */
  @BeforeAll
  void aStory() {
    for (String party : List.of("avalon", "brobdingnag", "camelot", "dilmun", "elysium")) {
      http.command(
              "RegisterParty",
              "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(party, party))
          .expect(201);
    }
    http.command(
            "EstablishRelations",
            "{\"parties\":[\"avalon\",\"brobdingnag\"],\"on\":\"1900-01-01\"}")
        .expect(201);
    http.command(
            "EstablishCooperation",
            """
            {"cooperation":"avalon-camelot","parties":["camelot","avalon"],"field":"fishing",
             "on":"1910-01-01"}
            """)
        .expect(201);
    long last =
        http.command(
                "RecordMeetingHeld",
                """
                {"meeting":"avalon-three","format":"trilateral","heldOn":"1920-05-05",
                 "parties":["dilmun","avalon","elysium"]}
                """)
            .expect(201)
            .position();
    http.get("/api/relationships?limit=1&minPosition=" + last).expect(200);
  }

  private JsonNode list(String query) {
    return http.get("/api/relationships?party=avalon&" + query).expect(200).json();
  }

  private static List<String> pairs(JsonNode page) {
    List<String> pairs = new ArrayList<>();
    page.path("items")
        .forEach(
            item ->
                pairs.add(
                    item.at("/parties/0").asString() + "+" + item.at("/parties/1").asString()));
    return pairs;
  }

  @Test
  void pairsThatOnlyCooperateOrMetAreListedInOrder() {
    JsonNode page = list("on=1930-01-01");
    assertThat(pairs(page))
        .containsExactly("avalon+brobdingnag", "avalon+camelot", "avalon+dilmun", "avalon+elysium");
    assertThat(page.path("total").asInt()).isEqualTo(4);
  }

  @Test
  void whatHadNotBegunByTheDayIsNotListed() {
    assertThat(pairs(list("on=1899-01-01"))).containsExactly("avalon+dilmun", "avalon+elysium");
    assertThat(pairs(list("on=1930-01-01&relations=unknown")))
        .containsExactly("avalon+camelot", "avalon+dilmun", "avalon+elysium");
    assertThat(pairs(list("on=1930-01-01&relations=established")))
        .containsExactly("avalon+brobdingnag");
  }

  @Test
  void eachItemIsWhatThePairItselfAnswers() {
    for (JsonNode item : list("on=1930-01-01").path("items")) {
      String address =
          "/api/relationships/%s/%s?on=1930-01-01"
              .formatted(item.at("/parties/0").asString(), item.at("/parties/1").asString());
      JsonNode one = http.get(address).expect(200).json();
      item.properties()
          .forEach(field -> assertThat(one.path(field.getKey())).isEqualTo(field.getValue()));
    }
  }

  @Test
  void thePagesHoldEachPairOnceWhoeverListsThem() {
    for (int limit = 1; limit <= 4; limit++) {
      JsonNode page = list("on=1930-01-01&limit=" + limit);
      List<String> seen = new ArrayList<>(pairs(page));
      while (page.path("next").isString()) {
        assertThat(page.path("total").asInt()).isEqualTo(4);
        page = list("limit=" + limit + "&cursor=" + page.path("next").asString());
        seen.addAll(pairs(page));
      }
      assertThat(seen).hasSize(4).isSorted().doesNotHaveDuplicates();
    }
  }
}
