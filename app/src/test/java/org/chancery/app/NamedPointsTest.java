package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Two releases of one source, and one of another, as imports leave them in the journal. */
@ExtendWith(SharedLedger.class)
@TestInstance(Lifecycle.PER_CLASS)
class NamedPointsTest {
  private static final String FIRST = "import:travels:trips-2020:a";
  private static final String SECOND = "import:travels:trips-2025:b";

  private final Http http;
  private final long first;
  private final long meanwhile;
  private final long corrected;
  private final long second;
  private final long again;

  NamedPointsTest(Http http) {
    this.http = http;
    this.first = plan("named-first", FIRST);
    this.meanwhile = plan("named-meanwhile", "by-hand");
    this.corrected =
        http.command(
                "CorrectEntry",
                "{\"entry\": %d, \"reason\": \"misread\", \"purpose\": \"talks\"}".formatted(first),
                "Correlation-Id",
                SECOND)
            .expect(201)
            .position();
    this.second = plan("named-second", SECOND);
    this.again = plan("named-again", "import:travels:trips-2020:c");
    plan("named-list", "import:relations:both:d");
    plan("named-lines", "import:commands:both:e");
    http.get("/api/trips?limit=1&minPosition=" + again).expect(200);
  }

  private long plan(String trip, String correlation) {
    return http.command(
            "PlanTrip",
            "{\"trip\": \"%s\", \"traveller\": \"tillerson-rex-w\", \"stops\": []}".formatted(trip),
            "Correlation-Id",
            correlation)
        .expect(201)
        .position();
  }

  @ParameterizedTest
  @CsvSource({"release:trips-2020", "release:TRIPS-2020", "import:1"})
  void aReleaseIsWhereItsFirstImportEnded(String name) {
    JsonNode then = http.get("/api/trips/named-first?knownAt=" + name).expect(200).json();
    assertThat(then.path("purpose").isNull()).isTrue();
    assertThat(then.at("/asOf/position").asLong()).isEqualTo(first);
    assertThat(then.at("/asOf/point").asString()).isEqualTo(name);
    http.get("/api/trips/named-meanwhile?knownAt=" + name).expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void whatOthersEnteredMeanwhileIsKnownAtTheEndOfAnImport() {
    assertThat(asked("release:trips-2025")).isEqualTo(second);
    assertThat(asked("import:2")).isEqualTo(second);
    assertThat(asked("import:3")).isEqualTo(again);
    assertThat(meanwhile).isLessThan(second);
    http.get("/api/trips/named-meanwhile?knownAt=release:trips-2025").expect(200);
  }

  private long asked(String name) {
    return http.get("/api/journal?knownAt=" + name).expect(200).json().path("position").asLong();
  }

  @Test
  void whatIsAskedByNoNameHasNone() {
    JsonNode asOf = http.get("/api/trips?knownAt=position:" + first).json().path("asOf");
    assertThat(asOf.path("point").isNull()).isTrue();
  }

  @Test
  void aPageAskedByNameGoesOnByIt() {
    String list = "/api/trips?limit=1&knownAt=release:trips-2025";
    String next = http.get(list).json().path("next").asString();
    JsonNode further = http.get(list + "&cursor=" + next).expect(200).json();
    assertThat(further.at("/asOf/point").asString()).isEqualTo("release:trips-2025");
    http.get("/api/trips?limit=1&knownAt=import:1&cursor=" + next)
        .expectProblem(400, "INVALID_CURSOR");
  }

  @ParameterizedTest
  @CsvSource({
    "release:trips-2021, release:trips-2020",
    "release:trips, release:trips-2020",
    "import:8, import:1",
    "import:0, import:1"
  })
  void aNameThatNoImportLeftIsRefusedWithTheNearest(String name, String near) {
    for (String question :
        List.of("/api/trips?knownAt=", "/api/changes?to=", "/api/points?knownAt=")) {
      JsonNode problem = http.get(question + name).expectProblem(422, "UNKNOWN_POINT").json();
      assertThat(problem.at("/errors/0/pointer").asString())
          .isEqualTo("/" + question.replaceAll(".*\\?|=", ""));
      assertThat(problem.path("suggestions").valueStream().map(JsonNode::asString)).contains(near);
    }
  }

  @Test
  void aNameThatSourcesOfTwoFormatsShareIsRefusedWithTheirImports() {
    JsonNode problem =
        http.get("/api/trips?knownAt=release:both").expectProblem(422, "UNKNOWN_POINT").json();
    assertThat(problem.path("suggestions").valueStream().map(JsonNode::asString))
        .containsExactly("import:4", "import:5");
  }

  @Test
  void aNumberThatIsNoneIsNoPoint() {
    http.get("/api/trips?knownAt=import:last").expectProblem(422, "INVALID_DATE");
  }

  @Test
  void thePointsAreListedWithWhatTheirImportsDid() {
    JsonNode points = http.get("/api/points").expect(200).json();
    assertThat(points.path("total").asLong()).isEqualTo(5);
    assertThat(points.path("items").valueStream().map(each -> each.path("name").asString()))
        .containsExactly("import:1", "import:2", "import:3", "import:4", "import:5");
    assertThat(points.path("items").valueStream().map(each -> each.path("release").asString("")))
        .containsExactly("release:trips-2020", "release:trips-2025", "", "", "");
    JsonNode second = points.at("/items/1");
    assertThat(second.path("first").asLong()).isEqualTo(corrected);
    assertThat(second.path("position").asLong()).isEqualTo(this.second);
    assertThat(second.at("/counts/added").asLong()).isEqualTo(1);
    assertThat(second.at("/counts/corrected").asLong()).isEqualTo(1);
    assertThat(second.at("/counts/retracted").asLong()).isZero();
    assertThat(second.path("recordedAt").asString())
        .isEqualTo(http.get("/api/entries/" + this.second).json().path("recordedAt").asString());
    http.get(second.path("changes").asString()).expect(200);
  }

  @Test
  void thePointsOfAnEarlierKnowledgeAreThoseOfItsImports() {
    JsonNode then = http.get("/api/points?knownAt=position:" + corrected).json();
    assertThat(then.path("total").asLong()).isEqualTo(2);
    assertThat(then.at("/items/1/position").asLong()).isEqualTo(corrected);
    assertThat(then.at("/items/1/counts/added").asLong()).isZero();
  }

  @Test
  void thePointsAreListedPageByPage() {
    JsonNode page = http.get("/api/points?limit=2").json();
    JsonNode next =
        http.get("/api/points?limit=2&cursor=" + page.path("next").asString()).expect(200).json();
    assertThat(next.at("/items/0/name").asString()).isEqualTo("import:3");
    assertThat(next.path("items")).hasSize(2);
  }

  @Test
  void changesAreAskedBetweenTwoReleases() {
    JsonNode changes =
        http.get("/api/changes?from=release:trips-2020&to=release:trips-2025").expect(200).json();
    assertThat(changes.path("items").valueStream().map(item -> item.path("position").asLong()))
        .containsExactly(meanwhile, corrected, second);
    assertThat(changes.at("/summary/added").asLong()).isEqualTo(2);
    assertThat(changes.at("/summary/corrected").asLong()).isEqualTo(1);
    assertThat(changes.at("/asOf/point").asString()).isEqualTo("release:trips-2025");
  }
}
