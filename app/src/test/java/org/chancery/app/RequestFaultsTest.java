package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class RequestFaultsTest {
  private static final String REGISTER = "/api/commands/RegisterOfficial";

  private final Ledger ledger;
  private final Http http;

  RequestFaultsTest(Ledger ledger) {
    this.ledger = ledger;
    this.http = ledger.http();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{} {}",
        "{\"name\":\"A\",\"name\":\"B\"}",
        "{\"name\": 1e999999999999999999999999999999999999}",
        "\u0000",
        "<xml/>"
      })
  void aBodyThatIsNoJsonObjectIsUnreadable(String body) {
    http.post(REGISTER, body).expectProblem(400, "UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u00a0", "\\u200b\\u200d", "\\u3000 \\u202e", "\\ufeff"})
  void aTextOfWhichNothingCanBeSeenIsRefused(String text) {
    String official = "{\"official\": \"unseen\", \"name\": \"%s\"}".formatted(text);
    Reply reply = http.command("RegisterOfficial", official).expectProblem(422, "INVALID_FIELDS");
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
    Reply title =
        http.command(
                "RegisterOfficial",
                """
                {"official": "unseen", "name": "A\\u200dB", "provenance":
                 {"sources": [{"title": "A"}, {"title": "%s"}]}}
                """
                    .formatted(text))
            .expectProblem(422, "INVALID_FIELDS");
    assertThat(title.json().at("/errors/0/pointer").asString())
        .isEqualTo("/provenance/sources/1/title");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), 422",
    "' JavaScript:alert(1)', 422",
    "java\\tscript:alert(1), 422",
    "data:text/html;x, 422",
    "HTTPS://example.org/?a=1, 201",
    "urn:isbn:0451450523, 201",
    "no address, 201"
  })
  void anAddressThatABrowserWouldRunIsRefused(String url, int status) {
    Reply reply =
        http.command(
            "RegisterOfficial",
            """
            {"name": "A", "provenance": {"sources": [{"title": "A", "url": "%s"}]}}
            """
                .formatted(url));
    reply.expect(status);
    if (status == 422) {
      assertThat(reply.json().at("/errors/0/pointer").asString())
          .isEqualTo("/provenance/sources/0/url");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties?limit=x, 400, UNREADABLE, /limit",
    "/api/entries?after=x, 400, UNREADABLE, /after",
    "/api/timeline/stream?speed=x, 400, UNREADABLE, /speed",
    "/api/entries?format=xml, 422, INVALID_FIELDS, /format"
  })
  void aParameterThatCannotBeReadIsNamed(String path, int status, String code, String field) {
    Reply reply = http.get(path).expectProblem(status, code);
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(field);
    assertThat(reply.json().path("detail").asString()).contains(field.substring(1));
  }

  /** JSON between systems is UTF-8 (RFC 8259, 8.1); a parser that guesses would take these. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
  void aBodyInAnotherEncodingThanUtf8IsUnreadable(String encoding) {
    byte[] name = "{\"name\": \"A\"}".getBytes(Charset.forName(encoding));
    http.sendBytes(REGISTER, name, "application/json").expectProblem(400, "UNREADABLE");
    byte[] model = "{\"model\": \"nothing\"}".getBytes(Charset.forName(encoding));
    http.sendBytes("/api/admin/replays", model, "application/json")
        .expectProblem(400, "UNREADABLE");
  }

  @Test
  void whatIsNotThereIsSaidInTheLedgersOwnWords() {
    for (String path : new String[] {"/api/nothing", "/nothing", "/api/meetings/a/b/c"}) {
      Reply reply = http.get(path).expectProblem(404, "NOT_FOUND");
      assertThat(reply.json().path("detail").asString())
          .contains("there is nothing at " + path)
          .contains("/api");
    }
    Reply put = http.send("PUT", "/api/meetings", "{}", "application/json");
    assertThat(put.json().path("detail").asString()).contains("PUT").contains("GET");
    Reply none = http.get("/api/proofs/inclusion").expectProblem(400, "UNREADABLE");
    assertThat(none.json().at("/errors/0/pointer").asString()).isEqualTo("/position");
    Reply text = http.send("POST", REGISTER, "x", "text/plain");
    assertThat(text.json().path("detail").asString()).contains("application/json");
  }

  @Test
  void theRootListsWhatThereIs() {
    JsonNode root = http.get("/api").expect(200).json();
    assertThat(root.path("resources").isEmpty()).isFalse();
    for (JsonNode resource : root.path("resources")) {
      if (!resource.asString().matches(".*(\\{|/stream).*")) {
        assertThat(http.get(resource.asString(), "Accept", "*/*").status())
            .as(resource.asString())
            .isIn(200, 302, 400, 422);
      }
    }
    assertThat(http.get("/api/").status()).isIn(200, 404);
  }

  @Test
  void aReplayThatIsNoJsonObjectIsToldSo() {
    Reply reply = http.post("/api/admin/replays", "{").expectProblem(400, "UNREADABLE");
    assertThat(reply.json().path("detail").asString()).contains("JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1e400", "-1.5", "123456789012345678901234567890"})
  void aPositionBeyondAllNumbersIsNoEntry(String position) {
    for (String command : new String[] {"RetractEntry", "CorrectEntry"}) {
      Reply reply =
          http.post(
              "/api/commands/" + command,
              "{\"entry\":%s,\"reason\":\"r\",\"provenance\":{\"sources\":[{\"title\":\"t\"}]}}"
                  .formatted(position));
      assertThat(reply.status()).as(reply.body()).isIn(400, 422);
    }
  }

  @Test
  void aBodyWithoutEndOfNestingIsUnreadable() {
    String nested = "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    http.post(REGISTER, nested).expectProblem(400, "UNREADABLE");
  }

  @Test
  void aWriteWithoutTheTokenOfAKnownPrincipalIsTurnedAway() {
    Reply nobody = http.as("").post(REGISTER, "{}").expectProblem(401, "UNAUTHENTICATED");
    assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    http.as("guess").post(REGISTER, "{}").expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void anAuditorReadsAndDoesNotRecord() throws IOException {
    Http auditor = http.as(ledger.token("auditor"));
    auditor.get("/api/parties/russia").expect(200);
    auditor.post(REGISTER, "{}").expectProblem(403, "NOT_ALLOWED");
    auditor.bulk("{}").expectProblem(403, "NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api/meetings/a/b/c", "/api/commands/x/y"})
  void anUnknownPathIsNotFound(String path) {
    http.get(path).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void anUnknownCommandSubjectAndPartyAreNotFound() {
    http.command("ToastParty", "{}").expectProblem(404, "UNKNOWN_COMMAND");
    http.get("/api/meetings/never-scheduled").expectProblem(404, "UNKNOWN_SUBJECT");
    http.get("/api/parties/atlantis").expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void anotherMethodIsNotAllowedAndTheRightOnesAreNamed() {
    Reply deleted = http.send("DELETE", "/api/parties/russia", "", "application/json");
    deleted.expectProblem(405, "METHOD_NOT_ALLOWED");
    assertThat(deleted.header("Allow")).contains("GET");
    http.get(REGISTER).expectProblem(405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void anAnswerInAnotherMediaTypeIsNotToBeHad() {
    http.get("/api/parties", "Accept", "application/xml").expectProblem(406, "NOT_ACCEPTABLE");
    http.get("/api/parties", "Accept", "no type").expectProblem(406, "NOT_ACCEPTABLE");
  }

  @Test
  void aCommandLargerThanAnyIsTooLarge() {
    String body = "{\"name\": \"%s\"}".formatted("x".repeat(1_000_001));
    http.post(REGISTER, body).expectProblem(413, "TOO_LARGE");
  }

  @Test
  void aBodyInAnotherMediaTypeIsNotTaken() {
    for (String type : new String[] {"text/plain", "multipart/form-data", "application/xml"}) {
      Reply reply = http.send("POST", REGISTER, "name=Ada", type);
      reply.expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }
    http.post("/api/commands", "{}").expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void contentWithoutMeaningIsToldWithAllItsFaultsAtOnce() {
    Reply reply =
        http.post(
            "/api/commands/ScheduleMeeting",
            """
            {"meeting": "No Id", "format": "seance", "parties": "US", "scheduledFor": "16/2/2017",
             "colour": "red", "participants": [{"name": "A", "official": "b"}],
             "provenance": {"sources": [{"publisher": "CBS"}]}}
            """);
    reply.expectProblem(422, "INVALID_FIELDS");
    assertThat(reply.json().path("errors"))
        .extracting(fault -> fault.path("pointer").asString())
        .containsExactlyInAnyOrder(
            "/meeting",
            "/format",
            "/parties",
            "/scheduledFor",
            "/colour",
            "/participants/0",
            "/provenance/sources/0/title");
    assertThat(reply.json().path("errors"))
        .extracting(JsonNode::properties)
        .allMatch(fields -> fields.size() == 2);
  }
}
