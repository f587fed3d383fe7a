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
  void theChangesAreToldInWordsAfterHowManyThereAre() {
    long added = schedule("changes-words", "2017-01-28");
    long corrected = correct(added, "2017-01-29");
    String list = "/api/changes?subject=meetings/changes-words&limit=1&minPosition=" + corrected;

    Reply text = http.get(list + "&from=position:" + added, "Accept", "text/plain").expect(200);

    assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(text.body().lines().toList())
        .startsWith(
            "Between position %d and position %d: 0 new, 1 corrected, 0 retracted."
                .formatted(added, http.get(list).json().at("/asOf/position").asLong()),
            "  meetings: 0 new, 1 corrected, 0 retracted",
            "")
        .contains(
            "  supersedes entry " + added,
            "  reason: misread",
            "    scheduledFor: 2017-01-28 -> 2017-01-29")
        .anyMatch(
            line ->
                line.startsWith(corrected + "  ")
                    && line.endsWith(
                        "  corrected  /api/meetings/changes-words (entry.corrected), by recorder"));
    Reply page = http.get(list, "Accept", "text/plain").expect(200);
    assertThat(page.header("Ledger-Total")).isEqualTo("2");
    assertThat(page.body())
        .endsWith(
            "1 of 2 changes are told here; cursor=%s goes on.\n"
                .formatted(page.header("Ledger-Next")));
  }

  @Test
  void theChangesAreATableInWhichNoCellIsAFormula() {
    long added = schedule("changes-table", "2017-01-28");
    long retracted =
        http.command(
                "RetractEntry", "{\"entry\": %d, \"reason\": \"=1+1\\nbeware\"}".formatted(added))
            .expect(201)
            .position();
    String list = "/api/changes?subject=meetings/changes-table&minPosition=" + retracted;

    Reply table = http.get(list, "Accept", "text/csv").expect(200);

    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Ledger-Total")).isEqualTo("2");
    assertThat(table.body())
        .startsWith("\"position\",\"recordedAt\",\"recordedBy\",\"kind\",")
        .contains(
            "\"retracted\",\"entry.retracted\",\"/api/meetings/changes-table\",\"'=1+1\nbeware\"")
        .contains("\"meeting\",\"/api/meetings/changes-table\",,,\"2017-01-29\",\"ends\"")
        .endsWith("\r\n");
    assertThat(http.get(list, "Accept", "text/plain").body()).contains("reason: =1+1\\u000Abeware");
  }

  @Test
  void whoAcceptsAnythingIsAnsweredInJson() {
    long added = schedule("changes-any", "2017-01-28");
    String list = "/api/changes?subject=meetings/changes-any&minPosition=" + added;
    for (String groups : List.of("", "&groupBy=cause")) {
      assertThat(http.get(list + groups, "Accept", "*/*").header("Content-Type"))
          .startsWith("application/json");
    }
  }

  private long cancel(String meeting, String title) {
    String provenance =
        """
        {"sources": [{"title": "%s", "locator": "page %d"}, {"title": "another"}]}
        """
            .formatted(title, meeting.length());
    return http.post(
            "/api/commands/CancelMeeting",
            """
            {"meeting": "%s", "on": "2017-01-27", "reason": "put off", "provenance": %s}
            """
                .formatted(meeting, provenance))
        .expect(201)
        .position();
  }

  @Test
  void changesAreCountedByWhatBroughtThemAbout() {
    String release = "import:commands:changes-2020:a";
    long from = schedule("changes-cause", "2017-01-28");
    schedule("changes-cause-b", "2017-01-28");
    long imported =
        http.command(
                "CorrectEntry",
                "{\"entry\": %d, \"reason\": \"misread\", \"topics\": [\"trade\"]}".formatted(from),
                "Correlation-Id",
                release)
            .expect(201)
            .position();
    long first = cancel("changes-cause", "A \\\"journal\\\", no. 1");
    long last = cancel("changes-cause-b", "A \\\"journal\\\", no. 1");

    JsonNode page = changes("groupBy=cause&from=position:" + (from + 1), last);

    assertThat(page.path("count").asLong()).isEqualTo(2);
    assertThat(page.path("total").asLong()).isEqualTo(3);
    JsonNode journal = page.at("/groups/0");
    assertThat(journal.path("kind").asString()).isEqualTo("added");
    assertThat(journal.path("count").asLong()).isEqualTo(2);
    assertThat(journal.at("/cause/document/title").asString()).isEqualTo("A \"journal\", no. 1");
    assertThat(journal.at("/cause/source").isNull()).isTrue();
    assertThat(journal.at("/concepts/meetings").asLong()).isEqualTo(2);
    assertThat(journal.path("first").asLong()).isEqualTo(first);
    assertThat(journal.path("last").asLong()).isEqualTo(last);
    JsonNode corrections = page.at("/groups/1");
    assertThat(corrections.path("kind").asString()).isEqualTo("corrected");
    assertThat(corrections.at("/cause/source").asString()).isEqualTo("changes-2020");
    assertThat(listed(journal)).containsExactly(first, last);
    assertThat(listed(corrections)).containsExactly(imported);
    String grouped = "/api/changes?groupBy=cause&from=position:" + (from + 1);
    assertThat(http.get(grouped, "Accept", "text/plain").body())
        .contains("2 new by \"A \"journal\", no. 1\": meetings 2; entries ")
        .contains("1 corrected by the import of changes-2020 (commands): meetings 1; entries ");
    assertThat(http.get(grouped, "Accept", "text/csv").body())
        .contains("\"corrected\",\"changes-2020\",\"commands\",,,,,\"1\"");
    JsonNode next = changes("groupBy=cause&limit=1&from=position:" + (from + 1), last);
    String cursor = next.path("next").asString();
    JsonNode second =
        changes(
            "groupBy=cause&limit=1&from=position:%d&cursor=%s".formatted(from + 1, cursor), last);
    assertThat(second.at("/groups/0/kind").asString()).isEqualTo("corrected");
    assertThat(second.path("next").isNull()).isTrue();
  }

  private List<Long> listed(JsonNode group) {
    JsonNode items = http.get(group.path("changes").asString()).expect(200).json().path("items");
    return items.valueStream().map(item -> item.path("position").asLong()).toList();
  }

  @Test
  void aGroupingOrCauseThatIsNoneIsAFault() {
    http.get("/api/changes?groupBy=subject").expectProblem(422, "INVALID_FIELDS");
    http.get("/api/changes?groupBy=").expectProblem(422, "INVALID_FIELDS");
    http.get("/api/changes?causeOf=999999999").expectProblem(422, "UNKNOWN_ENTRY");
    long added = schedule("changes-case", "2017-01-28");
    assertThat(changes("subject=meetings/changes-case&kind=ADDED", added).path("total").asLong())
        .isEqualTo(1);
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
