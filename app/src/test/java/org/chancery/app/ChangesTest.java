package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
class ChangesTest {
  private final Http http;

  ChangesTest(Http http) {
    this.http = http;
  }

  private long schedule(String meeting, String day) {
    return http.command(
            "ScheduleMeeting",
            """
            {"meeting": "%s", "format": "phone", "parties": ["US", "RU"], "scheduledFor": "%s"}
            """
                .formatted(meeting, day))
        .expect(201)
        .position();
  }

  private long correct(long entry, String day) {
    return http.command(
            "CorrectEntry",
            "{\"entry\": %d, \"reason\": \"misread\", \"scheduledFor\": \"%s\"}"
                .formatted(entry, day))
        .expect(201)
        .position();
  }

  private long retract(long entry) {
    return http.command(
            "RetractEntry", "{\"entry\": %d, \"reason\": \"a rumour\"}".formatted(entry))
        .expect(201)
        .position();
  }

  private JsonNode changes(String parameters, long position) {
    return http.get("/api/changes?minPosition=%d&%s".formatted(position, parameters))
        .expect(200)
        .json();
  }

  private static List<String> texts(JsonNode items, String field) {
    return items.valueStream().map(item -> item.path(field).asString("")).toList();
  }

  @Test
  void eachEntrySaysWhatItDidToThoseBeforeIt() {
    long added = schedule("changes-kinds", "2017-01-28");
    long corrected = correct(added, "2017-01-29");
    long retracted = retract(corrected);
    long reinstated = retract(retracted);

    JsonNode items = changes("subject=meetings/changes-kinds", reinstated).path("items");

    assertThat(texts(items, "kind"))
        .containsExactly("added", "corrected", "retracted", "reinstated");
    assertThat(items.at("/1/supersedes").asLong()).isEqualTo(added);
    assertThat(items.at("/1/reason").asString()).isEqualTo("misread");
    assertThat(items.at("/1/recordedBy").asString()).isEqualTo("recorder");
    assertThat(Reply.positions(items.at("/2/reinstates"))).containsExactly(added);
    assertThat(Reply.positions(items.at("/3/reinstates"))).containsExactly(corrected);
    assertThat(items.at("/3/supersedes").asLong()).isEqualTo(retracted);
  }

  @Test
  void anAnswerIsToldAsItReadBeforeAndAfter() {
    long added = schedule("changes-reads", "2017-01-28");
    long corrected = correct(added, "2017-01-29");

    JsonNode answers =
        changes("subject=/api/meetings/changes-reads&from=position:" + added, corrected)
            .at("/items/0/answers");

    assertThat(texts(answers, "model")).containsExactly("meeting", "timeline");
    JsonNode meeting = answers.path(0);
    assertThat(meeting.path("address").asString()).isEqualTo("/api/meetings/changes-reads");
    JsonNode fields = meeting.at("/differences/0/fields");
    assertThat(texts(fields, "field")).containsExactly("scheduledFor");
    assertThat(fields.at("/0/before").asString()).isEqualTo("2017-01-28");
    assertThat(fields.at("/0/after").asString()).isEqualTo("2017-01-29");
  }

  @Test
  void theBeginningIsLeftOutAndTheEndIsTakenIn() {
    long first = schedule("changes-span", "2017-01-28");
    long second = correct(first, "2017-01-29");
    long third = correct(second, "2017-01-30");
    String subject = "subject=meetings/changes-span&";

    JsonNode between =
        changes(subject + "from=position:%d&to=position:%d".formatted(first, second), third);

    assertThat(between.at("/items/0/position").asLong()).isEqualTo(second);
    assertThat(between.path("total").asLong()).isEqualTo(1);
    assertThat(between.at("/asOf/position").asLong()).isEqualTo(second);
    String at = http.get("/api/entries/" + second).json().path("recordedAt").asString();
    assertThat(texts(changes(subject + "to=" + at, third).path("items"), "position"))
        .hasSizeGreaterThanOrEqualTo(2);
    JsonNode later = changes(subject + "from=" + at, third).path("items");
    assertThat(later.valueStream().map(item -> item.path("position").asLong()))
        .doesNotContain(first, second);
  }

  @Test
  void thePagesHoldEachChangeOnceWhateverIsRecordedMeanwhile() {
    long first = schedule("changes-pages", "2017-01-28");
    long second = correct(first, "2017-01-29");
    long third = correct(second, "2017-01-30");
    String list = "subject=meetings/changes-pages&limit=2";

    JsonNode page = changes(list, third);
    long fourth = correct(third, "2017-01-31");
    JsonNode rest = changes(list + "&cursor=" + page.path("next").asString(), fourth);

    assertThat(page.path("total").asLong()).isEqualTo(3);
    assertThat(rest.path("total").asLong()).isEqualTo(3);
    assertThat(rest.path("items").valueStream().map(item -> item.path("position").asLong()))
        .containsExactly(third);
    assertThat(rest.hasNonNull("next")).isFalse();
  }

  @Test
  void allOfTheJournalIsToldWhereNoSubjectIsNamed() {
    long head = schedule("changes-all", "2017-01-28");
    long before = Math.max(0, head - 1_000); // others have told the same ledger much
    JsonNode page =
        changes("limit=1000&from=position:%d&to=position:%d".formatted(before, head), head);
    assertThat(page.path("items").valueStream().map(item -> item.path("position").asLong()))
        .hasSize((int) (head - before))
        .isSorted();
    assertThat(page.path("total").asLong()).isEqualTo(head - before);
  }

  @Test
  void aPairGoesByCodesInAnyOrder() {
    JsonNode byIds = changes("subject=/api/relationships/russia/united-states", 1);
    assertThat(changes("subject=relationships/US/RU", 1).path("items"))
        .isNotEmpty()
        .isEqualTo(byIds.path("items"));
    JsonNode entries = http.get("/api/entries?subject=/api/parties/russia").expect(200).json();
    assertThat(changes("subject=parties/RU", 1).path("total")).isEqualTo(entries.path("total"));
  }

  @Test
  void whatIsAskedAmissIsRefused() {
    String changes = "/api/changes?";
    http.get(changes + "from=position:2&to=position:1").expectProblem(422, "INVALID_FIELDS");
    http.get(changes + "from=position:99999999").expectProblem(422, "AS_OF_IN_FUTURE");
    http.get(changes + "to=2999-01-01T00:00:00Z").expectProblem(422, "AS_OF_IN_FUTURE");
    http.get(changes + "from=yesterday").expectProblem(422, "INVALID_DATE");
    http.get(changes + "limit=0").expectProblem(422, "INVALID_LIMIT");
    http.get(changes + "cursor=1-2").expectProblem(400, "INVALID_CURSOR");
    String next = http.get(changes + "limit=1").json().path("next").asString();
    http.get(changes + "subject=parties/russia&cursor=" + next)
        .expectProblem(400, "INVALID_CURSOR");
    http.get(changes + "to=position:3&cursor=" + next).expectProblem(400, "INVALID_CURSOR");
  }

  @Test
  void ofWhatTheLedgerDoesNotHoldNobodySaysThatNothingChanged() {
    http.get("/api/changes?subject=meetings/never").expectProblem(422, "UNKNOWN_SUBJECT");
  }

  @Test
  void aCorrectionThatFlipsAFirstSaysSo() {
    http.command("RegisterParty", "{\"party\": \"flip-a\", \"name\": \"A\", \"kind\": \"state\"}");
    http.command("RegisterParty", "{\"party\": \"flip-b\", \"name\": \"B\", \"kind\": \"state\"}");
    hold("flip-one", "2001-05-01");
    long other = hold("flip-two", "2002-05-01");
    long corrected =
        http.command(
                "CorrectEntry",
                "{\"entry\": %d, \"reason\": \"misread\", \"heldOn\": \"2000-05-01\"}"
                    .formatted(other))
            .expect(201)
            .position();

    JsonNode answers =
        changes("subject=meetings/flip-two&from=position:" + other, corrected)
            .at("/items/0/answers");

    JsonNode first =
        answers
            .valueStream()
            .filter(answer -> answer.path("model").asString().equals("precedents"))
            .findFirst()
            .orElseThrow();
    assertThat(first.at("/differences/0/fields/0/before").asString())
        .isEqualTo("flip-one, 2001-05-01");
    assertThat(first.at("/differences/0/fields/0/after").asString())
        .isEqualTo("flip-two, 2000-05-01");
  }

  private long hold(String meeting, String day) {
    return http.command(
            "RecordMeetingHeld",
            """
            {"meeting": "%s", "format": "phone", "parties": ["flip-a", "flip-b"], "heldOn": "%s"}
            """
                .formatted(meeting, day))
        .expect(201)
        .position();
  }
}
