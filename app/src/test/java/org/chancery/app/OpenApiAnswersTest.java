package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the document says of answers: headers, failures and examples. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class OpenApiAnswersTest {
  private final JsonNode document;

  OpenApiAnswersTest(Http http) {
    this.document = http.get("/api/openapi").expect(200).json();
  }

  private JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  @Test
  void aReadDeclaresWhatItsAnswerSaysInHeaders() {
    for (String path : List.of("/api/meetings/{id}", "/api/parties/{id}", "/api/trips/{id}")) {
      assertThat(operation("get", path).at("/responses/200/headers").propertyNames())
          .containsExactlyInAnyOrder("ETag", "Ledger-Version", "Ledger-Behind", "Ledger-Position");
    }
    assertThat(operation("get", "/api/timeline").at("/responses/200/headers").propertyNames())
        .containsExactlyInAnyOrder(
            "Ledger-Behind",
            "Ledger-Disputed",
            "Ledger-Next",
            "Ledger-Position",
            "Ledger-Total",
            "Link");
    assertThat(operation("get", "/api/entries").at("/responses/200/headers").propertyNames())
        .contains("Ledger-Behind", "Ledger-Next");
  }

  @Test
  void aReadDeclaresHowItMayFail() {
    assertThat(operation("get", "/api/meetings").path("responses").propertyNames())
        .contains("400", "401", "404", "405", "406", "421", "422", "503")
        .doesNotContain("409");
    for (String path : List.of("/api/proofs/inclusion", "/api/exports", "/checkpoint")) {
      assertThat(operation("get", path).path("responses").propertyNames()).contains("409");
    }
    assertThat(operation("get", "/api/timeline/stream").path("responses").propertyNames())
        .contains("200", "204");
    assertThat(operation("get", "/api/entries/stream").path("responses").propertyNames())
        .doesNotContain("204");
  }

  @Test
  void theCodesOfProblemsAreListed() {
    JsonNode code = document.at("/components/schemas/Problem/properties/code");
    assertThat(code.path("x-extensible-enum").valueStream().map(JsonNode::asString))
        .contains("MEETING_ALREADY_HELD", "UNKNOWN_PARAMETER", "NOT_AS_SEALED", "NOT_YET");
    assertThat(code.path("description").asString()).contains("MEETING_ALREADY_HELD");
    assertThat(document.findValues("x-extensible-enum")).hasSize(1);
  }

  @Test
  void theExamplesOfProblemsFitTheirSchema() {
    JsonNode responses = operation("get", "/api/meetings").path("responses");
    for (String status : List.of("400", "401", "404", "405", "406", "422", "503")) {
      JsonNode problem = responses.path(status).at("/content/application~1problem+json");
      assertThat(problem.at("/example/status").asString()).isEqualTo(status);
      assertThat(new Schemas(document).faults(problem.path("schema"), problem.path("example")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties/{id}",
        "/api/officials/{id}",
        "/api/trips/{id}",
        "/api/stops",
        "/api/meetings",
        "/api/meetings/{id}",
        "/api/cooperations/{id}",
        "/api/agreements/{id}",
        "/api/sanctions/{id}",
        "/api/relationships/{a}/{b}",
        "/api/relationships/{a}/{b}/history",
        "/api/timeline",
        "/api/entries/{position}",
        "/api/journal"
      })
  void theExampleOfAnAnswerFitsItsSchema(String path) {
    JsonNode content = operation("get", path).at("/responses/200/content/application~1json");
    assertThat(content.has("example")).isTrue();
    assertThat(new Schemas(document).faults(content.path("schema"), content.path("example")))
        .isEmpty();
  }
}
