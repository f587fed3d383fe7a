package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedLedger.class)
class VersionTest {
  private final Http http;

  VersionTest(Http http) {
    this.http = http;
  }

  private Reply move(String meeting, String version) {
    return http.command(
        "RescheduleMeeting",
        "{\"meeting\": \"%s\", \"scheduledFor\": \"2031-02\"}".formatted(meeting),
        "If-Match",
        version);
  }

  private void schedule(String meeting) {
    http.command(
            "ScheduleMeeting",
            """
            {"meeting": "%s", "format": "phone", "parties": ["US", "RU"], "scheduledFor": "2031"}
            """
                .formatted(meeting))
        .expect(201);
  }

  @Test
  void aCommandForTheVersionAtHandIsEntered() {
    schedule("version-met");
    assertThat(move("version-met", "\"1\"").expect(201).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void anAnswerSaysTheVersionThatTheNextCommandNames() {
    schedule("version-asked");
    String meeting = "/api/meetings/version-asked";
    long moved = move("version-asked", "*").expect(201).position();
    Reply now = http.get(meeting + "?minPosition=" + moved).expect(200);
    assertThat(now.header("ETag")).isEqualTo("\"2\"");
    Reply before = http.get(meeting + "?knownAt=position:" + (moved - 1)).expect(200);
    assertThat(before.header("ETag")).isEqualTo("\"1\"");
    move("version-asked", now.header("ETag")).expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties/RU",
        "/api/officials/tillerson-rex-w",
        "/api/trips/tillerson-bonn-2017",
        "/api/cooperations/nato-ru-practical",
        "/api/relationships/US/RU"
      })
  void whateverHasEntriesOfItsOwnHasAVersion(String path) {
    assertThat(http.get(path).expect(200).header("ETag")).matches("\"[1-9]\\d*\"");
  }

  @Test
  void whatIsPutTogetherFromOthersAloneHasNone() {
    assertThat(http.get("/api/precedents?party=US&with=RU").expect(200).header("ETag")).isEmpty();
    assertThat(http.get("/api/relationships/DE/RU").expect(200).header("ETag")).isEmpty();
  }

  @Test
  void aCommandForAnotherVersionIsRefused() {
    schedule("version-missed");
    move("version-missed", "\"1\"").expect(201);
    move("version-missed", "\"1\"").expectProblem(412, "VERSION_CONFLICT");
    move("version-missed", "\"3\"").expectProblem(412, "VERSION_CONFLICT");
  }

  @Test
  void aVersionThatIsNoneIsUnreadable() {
    move("any", "yesterday").expectProblem(400, "INVALID_IF_MATCH");
  }

  @Test
  void theEndlessVersionOfAnythingAtAllIsNoneEither() {
    move("any", "9".repeat(40)).expectProblem(400, "INVALID_IF_MATCH");
  }

  @Test
  void anyVersionWillDoForTheStarAsLongAsThereIsOne() {
    move("version-of-nothing", "*").expectProblem(412, "VERSION_CONFLICT");
    schedule("version-any");
    assertThat(move("version-any", "*").expect(201).header("ETag")).isEqualTo("\"2\"");
  }
}
