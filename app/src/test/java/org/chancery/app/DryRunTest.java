package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A dry run says what would be entered and what would be answered otherwise, and enters nothing.
 */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class DryRunTest {
  private static final String DRY = "?dryRun=true";

  private final Http http;

  DryRunTest(Http http) {
    this.http = http;
  }

  private Reply cancel(String on) {
    return http.command(
        "CancelMeeting" + DRY,
        "{\"meeting\": \"dry-cancel\", \"on\": \"%s\", \"reason\": \"r\"}".formatted(on));
  }

  private long head() {
    return http.get("/api/journal").json().path("position").asLong();
  }

  private Reply schedule(String how, String meeting, String on, String... headers) {
    String body =
        """
        {"meeting": "%s", "format": "bilateral", "parties": ["US", "RU"], "scheduledFor": "%s"}
        """
            .formatted(meeting, on);
    return http.command("ScheduleMeeting" + how, body, headers);
  }

  @Test
  void whatWouldBeEnteredIsToldAndNothingIs() {
    long before = head();
    JsonNode dry =
        schedule(DRY, "dry-new", "2031-03-04", "Idempotency-Key", "dry-key").expect(200).json();

    assertThat(dry.path("dryRun").asBoolean()).isTrue();
    assertThat(dry.path("subject").asString()).isEqualTo("/api/meetings/dry-new");
    assertThat(dry.path("version").asInt()).isEqualTo(1);
    assertThat(dry.at("/entries/0/name").asString()).isEqualTo("meeting.scheduled");
    assertThat(dry.at("/entries/0/payload/scheduledFor").asString()).isEqualTo("2031-03-04");
    assertThat(dry.path("answers"))
        .extracting(answer -> answer.path("model").asString())
        .contains("meeting", "timeline");
    assertThat(head()).isEqualTo(before);
    http.get("/api/meetings/dry-new").expect(404);
    schedule("", "dry-other", "2031-03-05", "Idempotency-Key", "dry-key").expect(201);
  }

  /** As the changes say when it is entered in earnest. */
  @Test
  void theAnswersThatWouldChangeAreThoseThatDo() {
    long entry = schedule("", "dry-moved", "2031-06-01").expect(201).position();
    String correction =
        "{\"entry\": %d, \"reason\": \"misread\", \"scheduledFor\": \"2031-06-02\"}"
            .formatted(entry);
    Reply dry = http.command("CorrectEntry" + DRY, correction).expect(200);
    Reply real = http.command("CorrectEntry", correction).expect(201);
    JsonNode changes =
        http.get(
                "/api/changes?subject=meetings/dry-moved&minPosition=%d&from=position:%d"
                    .formatted(real.position(), entry))
            .expect(200)
            .json();

    assertThat(dry.json().path("answers")).isNotEmpty();
    assertThat(without(dry.json().path("answers")))
        .isEqualTo(without(changes.at("/items/0/answers")));
    assertThat(dry.json().path("changed")).isEqualTo(real.json().path("changed")).isNotEmpty();
    assertThat(real.json().path("version").asInt()).isEqualTo(2);
    assertThat(dry.json().path("version").asInt()).isEqualTo(2);
  }

  /** An item of the timeline is named by its entry, which a dry run cannot know. */
  private static String without(JsonNode answers) {
    return answers.toString().replaceAll("\"part\":\"\\d+\"", "\"part\":\"?\"");
  }

  @Test
  void whatWouldBeRefusedIsRefused() {
    schedule("", "dry-there", "2031-07-01").expect(201);

    schedule(DRY, "dry-there", "2031-07-01").expectProblem(409, "ALREADY_EXISTS");
    http.command(
            "CancelMeeting" + DRY,
            "{\"meeting\": \"dry-none\", \"on\": \"2017\", \"reason\": \"r\"}")
        .expectProblem(404, "UNKNOWN_SUBJECT");
    schedule(DRY, "dry-there", "2031-07-01", "If-Match", "\"7\"")
        .expectProblem(412, "VERSION_CONFLICT");
  }

  @Test
  void itLeavesNothingBehindThatALaterCommandWouldMeet() {
    schedule("", "dry-cancel", "2031-08-01").expect(201);
    for (int n = 1; n < 4; n++) {
      Reply dry = cancel("2017-01-0" + n).expect(200);
      assertThat(dry.json().path("version").asInt()).isEqualTo(2);
    }
    http.command(
            "RescheduleMeeting", "{\"meeting\": \"dry-cancel\", \"scheduledFor\": \"2031-08-02\"}")
        .expect(201);
    Reply registered =
        http.command(
            "RegisterParty" + DRY,
            "{\"party\": \"dry-land\", \"name\": \"D\", \"kind\": \"state\", \"codes\": [\"QQ\"]}");
    assertThat(registered.expect(200).json().path("entries")).hasSize(1);
    http.get("/api/parties/QQ").expect(404);
    schedule("", "dry-qq", "2031-09-01").expect(201);
  }

  @Test
  void aKeyThatWasUsedGivesTheFirstAnswerAgain() {
    Reply first = schedule("", "dry-again", "2031-10-01", "Idempotency-Key", "dry-k2").expect(201);
    Reply dry = schedule(DRY, "dry-again", "2031-10-01", "Idempotency-Key", "dry-k2").expect(200);

    assertThat(dry.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(dry.json()).isEqualTo(first.json());
    schedule(DRY, "dry-again", "2031-10-02", "Idempotency-Key", "dry-k2")
        .expectProblem(409, "IDEMPOTENCY_MISMATCH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?dryRun", "?dryRun=", "?dryRun=yes"})
  void whatIsNotPlainlyADryRunEntersNothing(String how) {
    schedule(how, "dry-vague", "2031-11-01").expectProblem(422, "INVALID_FIELDS");
    schedule(DRY + "&dryRun=false", "dry-vague", "2031-11-01")
        .expectProblem(422, "REPEATED_PARAMETER");
    http.get("/api/meetings/dry-vague").expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?dryrun=true", "?dry_run=true", "?on=2017-01-01", "?knownAt=position:1"})
  void aParameterThatCommandsDoNotKnowIsRefused(String how) {
    schedule(how, "dry-unknown", "2031-11-01").expectProblem(422, "UNKNOWN_PARAMETER");
    http.get("/api/meetings/dry-unknown").expect(404);
  }
}
