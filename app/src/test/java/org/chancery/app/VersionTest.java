package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
