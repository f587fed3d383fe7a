package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class ExplanationTest {
  private final Http http;

  ExplanationTest(Http http) {
    this.http = http;
  }

  private long tell(String command, String fields) {
    return http.command(command, fields).expect(201).position();
  }

  private static List<String> texts(JsonNode steps, String field) {
    return steps.valueStream().map(step -> step.path(field).asString("")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings/bonn-2017-us-ru",
        "/api/trips/tillerson-bonn-2017",
        "/api/cooperations/nato-ru-practical",
        "/api/agreements/new-start",
        "/api/sanctions/us-ru-2014",
        "/api/relationships/US/RU"
      })
  void whatExplainsAnAnswerHoldsTheEntriesThatTheAnswerCites(String address) {
    JsonNode answer = http.get(address).expect(200).json();
    JsonNode explanation = http.get(address + "/explanation").expect(200).json();
    List<Long> told =
        explanation.path("steps").valueStream().map(s -> s.path("position").asLong()).toList();
    assertThat(told).isSorted().containsAll(Reply.positions(answer.path("entries")));
    assertThat(texts(explanation.path("steps"), "said")).doesNotContain("");
    assertThat(explanation.path("text").asString())
        .contains(texts(explanation.path("steps"), "text"))
        .endsWith(".\n")
        .doesNotContain("{");
  }

  @Test
  void aPairIsExplainedByItsCooperationsAndContactsToo() {
    JsonNode explanation =
        http.get("/api/relationships/RU/US/explanation?on=2017-03-01").expect(200).json();
    assertThat(explanation.path("subject").asString())
        .isEqualTo("/api/relationships/russia/united-states");
    assertThat(texts(explanation.path("steps"), "subject"))
        .contains("/api/relationships/russia/united-states", "/api/meetings/bonn-2017-us-ru");
    assertThat(explanation.at("/answer/says").asString()).contains("bonn-2017-us-ru");
  }

  @Test
  void anImpreciseDateIsNamedAsWhatLeavesTheAnswerOpen() {
    String parties = "{\"cooperation\": \"why-open\", \"parties\": [\"US\", \"DE\"], ";
    tell("EstablishCooperation", parties + "\"field\": \"space\", \"on\": \"2010-01-01\"}");
    tell(
        "SuspendCooperation",
        "{\"cooperation\": \"why-open\", \"on\": \"2012-02-01\", \"reason\": \"a dispute\"}");
    long ended =
        tell(
            "TerminateCooperation",
            "{\"cooperation\": \"why-open\", \"on\": \"2014\", \"reason\": \"no funds\"}");

    String address = "/api/cooperations/why-open/explanation?minPosition=%d&on=".formatted(ended);
    JsonNode open = http.get(address + "2014-06-01").expect(200).json();
    assertThat(open.at("/answer/state").asString()).isEqualTo("indeterminate");
    assertThat(open.path("text").asString())
        .contains(
            "It lies between suspended and terminated, because entry %d is only dated 2014."
                .formatted(ended));
    JsonNode before = http.get(address + "2013-06-01").expect(200).json();
    assertThat(before.at("/answer/state").asString()).isEqualTo("suspended");
    assertThat(texts(before.path("steps"), "effect"))
        .containsExactly("stands", "stands", "stands, dated after 2013-06-01");
  }

  @Test
  void whatWasTakenBackAltogetherIsExplainedAllTheSame() {
    long entered =
        tell(
            "ScheduleMeeting",
            "{\"meeting\": \"why-gone\", \"format\": \"phone\", \"parties\": [\"US\", \"RU\"],"
                + " \"scheduledFor\": \"2017-01-28\"}");
    long retracted =
        tell("RetractEntry", "{\"entry\": %d, \"reason\": \"it was a rumour\"}".formatted(entered));

    String address = "/api/meetings/why-gone";
    http.get(address + "?minPosition=" + retracted).expectProblem(404, "UNKNOWN_SUBJECT");
    JsonNode gone = http.get(address + "/explanation").expect(200).json();
    assertThat(gone.at("/answer/state").asString()).isEqualTo("none");
    assertThat(texts(gone.path("steps"), "effect"))
        .containsExactly("retracted by " + retracted, "retracts " + entered);
    JsonNode then =
        http.get(address + "/explanation?knownAt=position:" + entered).expect(200).json();
    assertThat(then.at("/answer/state").asString()).isEqualTo("overdue");
    assertThat(texts(then.path("steps"), "effect")).containsExactly("stands");
  }

  @Test
  void whoAsksForPlainTextGetsTheWordsAlone() {
    String address = "/api/meetings/bonn-2017-us-ru/explanation?on=2017-03-01";
    Reply words = http.get(address, "Accept", "text/plain").expect(200);
    assertThat(words.header("Content-Type")).startsWith("text/plain");
    assertThat(words.body()).isEqualTo(http.get(address).json().path("text").asString());
    Reply any = http.get(address, "Accept", "*/*").expect(200);
    assertThat(any.header("Content-Type")).startsWith("application/json");
  }

  @Test
  void whatIsNotThereIsNotExplained() {
    http.get("/api/meetings/never/explanation").expectProblem(404, "UNKNOWN_SUBJECT");
    http.get("/api/trips/never/explanation").expectProblem(404, "UNKNOWN_SUBJECT");
    http.get("/api/cooperations/never/explanation").expectProblem(404, "UNKNOWN_SUBJECT");
    http.get("/api/relationships/US/never/explanation").expectProblem(404, "UNKNOWN_PARTY");
    http.get("/api/relationships/US/US/explanation").expectProblem(422, "SELF_RELATION");
    http.get("/api/meetings/never/explanation", "Accept", "text/plain")
        .expectProblem(404, "UNKNOWN_SUBJECT");
  }

  /** Auditors read it; nobody writes lines of it that are not theirs. */
  @Test
  void noTextOfACallerBeginsALineOfTheExplanation() {
    long at =
        http.post(
                "/api/commands/ScheduleMeeting",
                """
                {"meeting": "explained-forged", "format": "phone", "parties": ["US", "RU"],
                 "scheduledFor": "2031",
                 "provenance": {"authority": "A\\u2028\\n99. On 2017-01-01 nobody entered",
                   "rationale": "r\\u001b[2J\\u202e",
                   "sources": [{"title": "t\\r\\nIt was retracted by entry 99.\\u0085"}]}}
                """)
            .expect(201)
            .position();
    String text =
        http.get(
                "/api/meetings/explained-forged/explanation?minPosition=" + at,
                "Accept",
                "text/plain")
            .expect(200)
            .body();
    assertThat(text.lines().filter(line -> line.startsWith("99.") || line.startsWith("It was")))
        .isEmpty();
    assertThat(text).doesNotContain("\u001B", "\u2028", "\u202E", "\u0085", "\r");
  }
}
