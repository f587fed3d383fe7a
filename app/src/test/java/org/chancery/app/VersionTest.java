package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    assertThat(now.header("ETag")).matches("\"2-.+\"");
    Reply before = http.get(meeting + "?knownAt=position:" + (moved - 1)).expect(200);
    assertThat(before.header("ETag")).matches("\"1-.+\"");
    move("version-asked", now.header("ETag")).expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties/RU",
        "/api/officials/tillerson-rex-w",
        "/api/trips/tillerson-bonn-2017",
        "/api/statements/lavrov-2017-01",
        "/api/conferences/bonn-2017-g20",
        "/api/cooperations/nato-ru-practical",
        "/api/agreements/new-start",
        "/api/missions/US/RU",
        "/api/sanctions/us-ru-2014",
        "/api/relationships/US/RU"
      })
  void whateverHasEntriesOfItsOwnHasAVersion(String path) {
    assertThat(http.get(path).expect(200).header("ETag")).matches("\"[1-9]\\d*-.+\"");
  }

  @Test
  void whatIsPutTogetherFromOthersAloneHasNone() {
    for (String path :
        new String[] {"/api/precedents?party=US&with=RU", "/api/relationships/DE/RU"}) {
      String tag = http.get(path).expect(200).header("ETag");
      assertThat(tag).startsWith("W/");
      move("any", tag).expectProblem(412, "VERSION_CONFLICT");
    }
  }

  @Test
  void aCommandForAnotherVersionIsRefused() {
    schedule("version-missed");
    move("version-missed", "\"1\"").expect(201);
    move("version-missed", "\"1\"").expectProblem(412, "VERSION_CONFLICT");
    move("version-missed", "\"3\"").expectProblem(412, "VERSION_CONFLICT");
  }

  /** RFC 9110, 13.1.1 and 8.8.3: a star, or a list of quoted tags. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "1",
        "'1'",
        "\"1",
        "1\"",
        "\"1\" \"2\"",
        "*, \"1\"",
        "w/\"1\"",
        "W/1",
        ","
      })
  void aConditionThatIsNoListOfTagsIsUnreadable(String header) {
    schedule("version-grammar-" + Integer.toHexString(header.hashCode()));
    move("version-grammar-" + Integer.toHexString(header.hashCode()), header)
        .expectProblem(400, "INVALID_IF_MATCH");
  }

  @Test
  void aTagThatNamesNoVersionIsOneThatIsNotAtHand() {
    schedule("version-strange");
    for (String tag :
        new String[] {"\"" + "9".repeat(40) + "\"", "\"\"", "\"a\"", "\"01\"", "\"1,2\""}) {
      move("version-strange", tag).expectProblem(412, "VERSION_CONFLICT");
    }
  }

  @Test
  void aWeakTagNeverMatches() {
    schedule("version-weak");
    move("version-weak", "W/\"1\"").expectProblem(412, "VERSION_CONFLICT");
    move("version-weak", "W/\"1\", \"1\"").expect(201);
  }

  @Test
  void oneOfAListOfTagsIsEnough() {
    schedule("version-list");
    move("version-list", "\"7\",, \"1\" ,\"9\"").expect(201);
    move("version-list", "\"7\", \"8\"").expectProblem(412, "VERSION_CONFLICT");
  }

  @Test
  void aConditionMayStandOnSeveralLines() throws IOException {
    schedule("version-lines");
    String body =
        """
        {"meeting": "version-lines", "scheduledFor": "2031-02",
         "provenance": {"sources": [{"title": "a cable"}]}}\
        """;
    try (Wire wire = new Wire(http.server())) {
      wire.write(
          "POST /api/commands/RescheduleMeeting HTTP/1.1\r\nHost: localhost\r\nIf-Match: \"8\"\r\n"
              + "If-Match: \"1\"\r\nAuthorization: Bearer "
              + http.token()
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(wire.head()).contains(" 201");
    }
  }

  @Test
  void whatIsTaggedWithAnotherTagReadsOtherwise() {
    schedule("version-tagged");
    String path = "/api/meetings/version-tagged";
    long moved = move("version-tagged", "*").expect(201).position();
    Reply now = http.get(path + "?minPosition=" + moved).expect(200);
    schedule("version-tagged-other");
    Reply then = http.get(path + "?on=2031-01-01&knownAt=position:" + moved).expect(200);
    assertThat(then.body()).isNotEqualTo(now.body());
    assertThat(then.header("ETag")).isNotEqualTo(now.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings/bonn-2017-us-ru?knownAt=position:40",
        "/api/parties?knownAt=position:10",
        "/api/entries/1?knownAt=position:10",
        "/api/entries?knownAt=position:10&format=csv",
        "/api/meetings/bonn-2017-us-ru/explanation?knownAt=position:40&on=2017-03-01",
        "/checkpoint"
      })
  void whatIsAtHandAlreadyIsNotSentAgain(String path) {
    Reply first = http.get(path).expect(200);
    String tag = first.header("ETag");
    assertThat(tag).matches("(W/)?\".+\"");
    assertThat(first.header("Cache-Control")).contains("no-cache");
    Reply again = http.get(path, "If-None-Match", "\"x\", " + tag).expect(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(http.get(path, "If-None-Match", "\"x\"").expect(200).body()).isNotEmpty();
  }

  @Test
  void aProblemIsKeptByNoCache() {
    assertThat(http.get("/api/nothing").header("Cache-Control")).isEqualTo("no-store");
    assertThat(http.as("wrong").get("/api/parties").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aStreamOfEventsIsKeptByNoCacheAndNeverPacked() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write(
          "GET /api/entries/stream HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
      assertThat(wire.head())
          .contains("Cache-Control: no-store")
          .doesNotContainIgnoringCase("content-encoding");
    }
  }

  @Test
  void aLongAnswerIsPackedForWhoTakesIt() throws IOException {
    for (String path : new String[] {"/api/timeline", "/api/entries?format=csv", "/api/exports"}) {
      assertThat(http.get(path, "Accept-Encoding", "gzip").expect(200).header("Content-Encoding"))
          .as(path)
          .isEqualTo("gzip");
      assertThat(http.get(path).expect(200).header("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void anyVersionWillDoForTheStarAsLongAsThereIsOne() {
    move("version-of-nothing", "*").expectProblem(412, "VERSION_CONFLICT");
    schedule("version-any");
    assertThat(move("version-any", "*").expect(201).header("ETag")).isEqualTo("\"2\"");
  }
}
