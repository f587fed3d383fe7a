package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class FixedChoicesTest {
  private final Http http;

  FixedChoicesTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties?kind=planet, kind, state",
    "/api/meetings?status=postponed, status, scheduled",
    "/api/meetings?format=seance, format, working-lunch",
    "/api/meetings?format=working_lunch, format, working-lunch",
    "/api/trips?status=took_place, status, took-place",
    "/api/stops?status=x, status, took-place",
    "/api/statements?stance=warm, stance, calls-for",
    "/api/statements?attribution=x, attribution, on-background",
    "/api/statements?status=x, status, withdrawn",
    "/api/conferences?kind=party, kind, summit",
    "/api/conferences?status=x, status, postponed",
    "/api/cooperations?state=dormant, state, suspended",
    "/api/agreements?state=ratified, state, provisionally-applied",
    "/api/sanctions?state=active, state, in-force",
    "/api/sanctions?measure=embargo, measure, arms-embargo",
    "/api/agreements?kind=pact, kind, executive-agreement",
    "/api/missions?headed=perhaps, headed, indeterminate",
    "/api/relationships?relations=warm, relations, established",
    "/api/entries?name=meeting.dreamt, name, meeting.held"
  })
  void aValueThatIsNoneOfTheChoiceIsToldWithTheChoice(String query, String filter, String allowed) {
    JsonNode problem = http.get(query).expectProblem(422, "INVALID_FIELDS").json();
    assertThat(problem.at("/errors/0/pointer").asString("")).isEqualTo("/" + filter);
    assertThat(problem.at("/errors/0/message").asString("")).contains(allowed);
    assertThat(problem.path("detail").asString("")).contains(allowed);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    JsonNode problem = http.get("/api/meetings?status=x&format=y").json();
    assertThat(problem.path("errors"))
        .extracting(fault -> fault.path("pointer").asString())
        .containsExactlyInAnyOrder("/status", "/format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings?status=HELD&format=Bilateral",
        "/api/trips?status=took-place",
        "/api/parties?kind="
      })
  void whatTheChoiceHoldsIsAnswered(String query) {
    http.get(query).expect(200);
  }
}
