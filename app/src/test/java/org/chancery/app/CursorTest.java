package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class CursorTest {
  private final Http http;

  CursorTest(Http http) {
    this.http = http;
  }

  private JsonNode page(String address) {
    return http.get(address).expect(200).json();
  }

  private String next(String address) {
    String next = page(address).path("next").asString("");
    assertThat(next).as(address).isNotEmpty();
    return next;
  }

  @ParameterizedTest
  @ValueSource(strings = {"on=1950-01-01", "knownAt=position:1"})
  void aCursorGoesWithNoOtherPointInTime(String point) {
    for (String list : new String[] {"/api/parties", "/api/timeline", "/api/entries"}) {
      String cursor = next(list + "?limit=1");
      http.get(list + "?limit=1&" + point + "&cursor=" + cursor)
          .expectProblem(400, "INVALID_CURSOR");
    }
  }

  @Test
  void aCursorGoesOnFromItsOwnPointWhetherThatIsSaidAgainOrNot() {
    String list = "/api/parties?limit=1&on=1990-01-01&knownAt=position:3";
    JsonNode first = page(list);
    String cursor = "&cursor=" + first.path("next").asString();
    JsonNode said = page(list + cursor);
    JsonNode unsaid = page("/api/parties?limit=1" + cursor);
    assertThat(said).isEqualTo(unsaid);
    assertThat(said.path("asOf")).isEqualTo(first.path("asOf"));
    assertThat(said.path("items")).isNotEqualTo(first.path("items"));
  }

  @Test
  void aListOfOneDayStaysOneWhenItsCursorGoesOnAlone() {
    JsonNode first = page("/api/timeline?on=1990-01-01&limit=1");
    JsonNode second = page("/api/timeline?limit=1&cursor=" + first.path("next").asString());
    assertThat(second.path("total")).isEqualTo(first.path("total"));
    assertThat(second.path("total")).isNotEqualTo(page("/api/timeline?limit=1").path("total"));
    assertThat(second.path("asOf")).isEqualTo(first.path("asOf"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties?limit=1, /api/meetings?limit=1",
    "/api/parties?limit=1, /api/parties?limit=1&kind=state",
    "/api/parties?limit=1&kind=state, /api/parties?limit=1",
    "/api/timeline?limit=1, /api/timeline?limit=1&party=RU",
    "/api/timeline?limit=1&to=1990, /api/timeline?limit=1&to=1991",
    "/api/relationships?limit=1, /api/relationships?limit=1&party=DE",
    "/api/entries?limit=1, /api/parties?limit=1",
    "/api/entries?limit=1, /api/entries?limit=1&name=party.registered"
  })
  void aCursorOfOneListIsNoneOfAnother(String list, String other) {
    http.get(other + "&cursor=" + next(list)).expectProblem(400, "INVALID_CURSOR");
  }

  @Test
  void aCursorBeforeAllPositionsIsNone() {
    String plain = new String(Base64.getUrlDecoder().decode(next("/api/parties?limit=1")), UTF_8);
    List<String> parts = new ArrayList<>(List.of(plain.split("\n", -1)));
    parts.set(2, "-1");
    String forged = Base64.getUrlEncoder().encodeToString(String.join("\n", parts).getBytes(UTF_8));
    http.get("/api/parties?limit=1&cursor=" + forged).expectProblem(400, "INVALID_CURSOR");
  }

  @Test
  void theSameFiltersInOtherWordsAreTheSameList() {
    String cursor = next("/api/timeline?limit=1&party=RU");
    page("/api/timeline?limit=1&party=Russia&cursor=" + cursor);
  }

  @Test
  void thePagesOfTheJournalHoldToThePointOfTheFirst() {
    JsonNode first = page("/api/entries?limit=2&name=party.registered");
    http.command("RegisterParty", "{\"party\":\"cursor-land\",\"name\":\"C\",\"kind\":\"state\"}")
        .expect(201);
    JsonNode second =
        page(
            "/api/entries?limit=1000&name=party.registered&cursor="
                + first.path("next").asString());
    assertThat(second.path("total")).isEqualTo(first.path("total"));
    assertThat(second.path("items")).hasSize(first.path("total").asInt() - 2);
  }
}
