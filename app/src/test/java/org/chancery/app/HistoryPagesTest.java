package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The history of two parties, whole and page by page. */
@ExtendWith(SharedLedger.class)
class HistoryPagesTest {
  private static final String HISTORY = "/api/relationships/US/RU/history";

  private final Http http;

  HistoryPagesTest(Http http) {
    this.http = http;
  }

  @Test
  void theWholeHistoryIsOnePageUnlessALimitIsAskedFor() {
    JsonNode whole = http.get(HISTORY).expect(200).json();
    assertThat(whole.path("items").size()).isGreaterThan(2);
    assertThat(whole.path("total").asInt()).isEqualTo(whole.path("items").size());
    assertThat(whole.path("next").isNull()).isTrue();

    List<JsonNode> paged = new ArrayList<>();
    JsonNode page = http.get(HISTORY + "?limit=1").expect(200).json();
    while (true) {
      assertThat(page.path("total").asInt()).isEqualTo(whole.path("total").asInt());
      page.path("items").forEach(paged::add);
      if (page.path("next").isNull()) {
        break;
      }
      String next = page.path("next").asString();
      page = http.get(HISTORY + "?limit=1&cursor=" + next).expect(200).json();
    }
    assertThat(paged).isEqualTo(whole.path("items").valueStream().toList());
  }

  @Test
  void aSpanKeepsTheSegmentsThatOverlapIt() {
    JsonNode whole = http.get(HISTORY).expect(200).json();
    String begin = whole.at("/items/1/from").asString();

    JsonNode kept = http.get(HISTORY + "?from=%1$s&to=%1$s".formatted(begin)).json();

    assertThat(kept.path("items").valueStream().toList()).containsExactly(whole.at("/items/1"));
    assertThat(kept.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void aCursorOfAnotherHistoryIsRefused() {
    String next = http.get(HISTORY + "?limit=1").json().path("next").asString();
    http.get("/api/relationships/US/DE/history?cursor=" + next)
        .expectProblem(400, "INVALID_CURSOR");
    http.get("/api/timeline?cursor=" + next).expectProblem(400, "INVALID_CURSOR");
  }
}
