package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The pages of what the ledger learnt and of what happened, without a browser. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomHistoryTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private final Http http;

  RoomHistoryTest(Http http) {
    this.http = http;
  }

  private String page(String path) {
    Reply page = http.as("").get(path, "Accept", BROWSER).expect(200);
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    return page.body();
  }

  @Test
  void whatTheLedgerLearntIsSummedUpAndToldEntryByEntry() {
    JsonNode api = http.get("/api/changes?from=position:30&to=position:32").expect(200).json();
    String page = page("/changes?from=position:30&to=position:32");
    assertThat(page)
        .contains("Between position 30 and position 32: 0 new, 1 corrected, 1 retracted.")
        .contains("<h3><a class=\"cite\" href=\"/entries/31\"")
        .contains("Corrected: Entry corrected, <a href=\"/meetings/bonn-2017-us-ru\">")
        .contains("the report names another topic")
        .contains("2 in all.");
    assertThat(page.split("<article", -1)).hasSize(api.path("items").size() + 1);
  }

  @Test
  void anAnswerReadsBeforeAndAfterSideBySideWithWordsMarked() {
    String page = page("/changes?from=position:55&to=position:56");
    assertThat(page)
        .contains("<th scope=\"col\">Before</th>")
        .contains("<th scope=\"col\">Now</th>")
        .contains("is <mark>to be </mark>held in Bonn")
        .contains("<h4>Timeline <a href=\"/timeline\">timeline</a>");
  }

  @Test
  void changesAreKeptByKindSubjectAndCause() {
    assertThat(page("/changes?kind=retracted"))
        .contains("1 in all.")
        .contains("<option value=\"retracted\" selected>")
        .doesNotContain("New: ");
    assertThat(page("/changes?subject=meetings/bonn-2017-us-ru&kind=corrected"))
        .contains("value=\"meetings/bonn-2017-us-ru\"")
        .contains("1 in all.");
    String causes = page("/changes");
    String cause =
        causes.replaceFirst("(?s).*?<a href=\"(/changes[^\"]+causeOf=39)\">(\\d+) new</a>.*", "$1");
    assertThat(page(cause.replace("&amp;", "&"))).contains("16 in all.");
    assertThat(causes).contains("U.S. Department of State, “New START Treaty”, 5 February 2011");
  }

  @Test
  void changesAreHadAsATableAndInWordsToo() {
    String page = page("/changes?from=position:30&kind=corrected");
    assertThat(page)
        .contains("href=\"/api/changes?from=position:30&amp;kind=corrected&amp;format=csv\"")
        .contains("href=\"/api/changes?from=position:30&amp;kind=corrected&amp;format=text\"");
    String path = "/api/changes?from=position:30&kind=corrected&format=";
    Reply csv = http.get(path + "csv", "Accept", BROWSER).expect(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    Reply text = http.get(path + "text", "Accept", BROWSER).expect(200);
    assertThat(text.header("Content-Type")).startsWith("text/plain");
    http.get(path + "none").expectProblem(422, "INVALID_FIELDS");
    assertThat(http.get("/api/changes?groupBy=cause&format=text").expect(200).body())
        .contains("new by");
  }

  @Test
  void pagesOfChangesGoOnAsOfTheirOwnPoint() {
    String first = page("/changes?limit=3");
    String next = first.replaceFirst("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1");
    String second = page(next.replace("&amp;", "&"));
    assertThat(first).contains("href=\"/entries/3\"").contains(", 3 on this page");
    assertThat(second).contains("href=\"/entries/4\"").contains("rel=\"first\"");
  }

  @Test
  void aSpanThatIsNotUnderstoodIsAProblem() {
    http.get("/changes?from=position:40&to=position:20", "Accept", BROWSER).expect(422);
    http.get("/changes?kind=moved", "Accept", BROWSER).expect(422);
    assertThat(page("/changes?from=position:40&to=position:40"))
        .contains("Nothing that this keeps was entered between the two points.");
  }

  @Test
  void aReplayTellsAllOfItsSpanWithoutScripts() {
    JsonNode api = http.get("/api/timeline?from=2017-02&to=2017-02").expect(200).json();
    String page = page("/timeline/replay?from=2017-02&to=2017-02");
    assertThat(page)
        .contains("<h1>Replay of February 2017</h1>")
        .contains("<tr data-day=\"2017-02-16\" data-when=\"16 February 2017\"")
        .contains("href=\"/api/timeline/stream?from=2017-02&amp;to=2017-02\"")
        .contains("href=\"/api/calendar?from=2017-02&amp;to=2017-02\"");
    assertThat(page.split("<tr data-day", -1)).hasSize(api.path("items").size() + 1);
    assertThat(page("/timeline?from=2017-02&to=2017-02"))
        .contains("<a href=\"/timeline/replay?from=2017-02&amp;to=2017-02\">Replay this</a>");
    assertThat(page("/timeline/replay?from=1066&to=1066"))
        .contains("that does not say that nothing did");
  }

  @Test
  void aPageOffersThePointsAtWhichItsAnswerChanges() {
    String page = page("/meetings/bonn-2017-us-ru?knownAt=position:16");
    assertThat(page)
        .contains("data-scrub=\"knownAt\"")
        .contains("data-value=\"position:13\"")
        .contains("data-value=\"position:31\"")
        .contains("label=\"all that is known\"");
  }

  @ParameterizedTest
  @CsvSource({
    "officials/tillerson-rex-w, 2017-02-01, 2018-04-01",
    "parties/germany, '', ''",
    "missions/united-states/russia, 1952-05-14, ''"
  })
  void aPageOfOneWhoActsOffersThemToo(String subject, String begun, String over) {
    String page = page("/" + subject);
    assertThat(page).contains("data-scrub=\"knownAt\"").contains("label=\"all that is known\"");
    for (String day : List.of(begun, over)) {
      if (!day.isEmpty()) {
        assertThat(page).contains("data-value=\"" + day + "\"");
      }
    }
  }

  @Test
  void aPageOfOneWhoActsOffersWhatWasNotKnownYetAsWell() {
    String official = "/api/officials/tillerson-rex-w";
    List<Long> entries = Reply.positions(http.get(official).expect(200).json().path("entries"));
    String page = page("/officials/tillerson-rex-w?knownAt=position:" + entries.getFirst());
    assertThat(entries).hasSizeGreaterThan(1);
    entries.forEach(
        each -> assertThat(page).contains("data-value=\"position:%d\"".formatted(each)));
  }

  @Test
  void aPageTellsWhyTheAnswerWasWhatItWas() {
    String path = "/meetings/bonn-2017-us-ru/explanation?on=2017-02-16&knownAt=position:16";
    JsonNode api = http.get("/api" + path).expect(200).json();
    String page = page(path);
    assertThat(page)
        .contains("What the ledger knew at position 16")
        .contains("The meeting stands as held")
        .contains("href=\"/meetings/bonn-2017-us-ru?on=2017-02-16&amp;knownAt=position:16\"")
        .contains("On the authority of U.S. Department of State")
        .doesNotContain("Superseded");
    assertThat(page.split("<tr>", -1)).hasSize(api.path("steps").size() + 2);
    assertThat(page("/meetings/bonn-2017-us-ru/explanation"))
        .contains("because: the report names another topic")
        .contains("Superseded by 31");
    assertThat(page("/meetings/bonn-2017-us-ru"))
        .contains("<a href=\"/meetings/bonn-2017-us-ru/explanation\">");
    for (String other :
        new String[] {
          "/relationships/US/RU",
          "/missions/united-states/russia",
          "/cooperations/nato-ru-practical",
          "/agreements/new-start"
        }) {
      page(other + "/explanation");
    }
    http.get("/parties/russia/explanation", "Accept", BROWSER).expect(404);
  }

  @Test
  void whyIsAskedForByTheAddressOfTheAnswer() {
    String asked = "/audit?on=2017-02-16&knownAt=&subject=";
    for (String address :
        new String[] {
          "meetings/bonn-2017-us-ru",
          "/api/meetings/bonn-2017-us-ru",
          "http://127.0.0.1:1/meetings/bonn-2017-us-ru?knownAt=position:1"
        }) {
      Reply led = http.get(asked + address.replace("?", "%3F"), "Accept", BROWSER).expect(303);
      assertThat(led.header("Location"))
          .isEqualTo("/meetings/bonn-2017-us-ru/explanation?on=2017-02-16");
    }
    for (String none : new String[] {"none", "//evil.example/x/y", "https://evil.example", "a b"}) {
      http.get(asked + none.replace(" ", "%20"), "Accept", BROWSER).expect(422);
    }
  }

  @Test
  void whatWasKnownEarlierIsLaidUnderWhatIsKnownNow() {
    String path = "/relationships/russia/united-states";
    String now = page(path);
    String both = page(path + "?earlierAt=position:24");
    assertThat(now).contains("name=\"earlierAt\"").doesNotContain("What was known earlier</h3>");
    assertThat(both)
        .contains("What was known earlier</h3>")
        .contains("As known at position 24")
        .contains("class=\"earlier ")
        .contains("as known earlier: established")
        .contains("href=\"/api" + path + "\" type=\"application/json\"")
        .contains("<mark>");
    assertThat(page(path + "?earlierAt=position:1"))
        .contains("nothing on record")
        .doesNotContain("class=\"earlier ");
    long head = http.get("/api/journal").json().path("position").asLong();
    assertThat(page(path + "?earlierAt=position:" + head))
        .contains("Nothing reads otherwise than it did at position " + head);
    http.get(path + "?earlierAt=position:99999", "Accept", BROWSER).expect(422);
    http.get(path + "?earlierAt=%3Cscript%3E", "Accept", BROWSER).expect(422);
  }

  @Test
  void whoeverExaminesTheLedgerSeesItsSealAndItsState() {
    String vkey = http.get("/api/proofs/keys").json().at("/keys/0/vkey").asString();
    assertThat(page("/audit"))
        .contains(vkey)
        .contains("Cosigned by")
        .contains("None: every answer takes in all entries.")
        .contains("href=\"/api/exports\"");
    Reply stranger = http.as("").get("/audit/reads", "Accept", BROWSER).expect(303);
    assertThat(stranger.header("Location")).startsWith("/sign-in");
    http.as("").get("/api/audit/reads").expect(401);
    page("/entries/13");
    assertThat(http.get("/audit/reads", "Accept", BROWSER).expect(200).body())
        .contains("<h1>Who read entries</h1>");
  }

  @Test
  void whatSomebodyWroteStaysText() {
    String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    String source = "{\"sources\": [{\"title\": \"H\", \"publisher\": \"H\"}]}";
    String fields =
        """
        {"meeting": "hostile-history", "format": "phone", "parties": ["US", "RU"],
         "heldOn": "2016-06-06", "topics": ["H before"], "place": {"locality": "H"},
         "provenance": %s}
        """
            .formatted(source)
            .replace("H ", hostile)
            .replace("\"H\"", "\"" + hostile + "\"");
    long held = http.command("RecordMeetingHeld", fields).expect(201).position();
    String correction =
        """
        {"entry": %d, "reason": "H", "topics": ["H", "H after"], "provenance": %s}
        """
            .formatted(held, source)
            .replace("H ", hostile)
            .replace("\"H\"", "\"" + hostile + "\"");
    long last = http.command("CorrectEntry", correction).expect(201).position();
    http.get("/api/timeline?minPosition=" + last).expect(200);
    for (String path :
        new String[] {
          "/changes?subject=meetings/hostile-history",
          "/timeline/replay?from=2016&to=2016",
          "/meetings/hostile-history/explanation",
          "/meetings/hostile-history"
        }) {
      assertThat(page(path)).doesNotContainPattern("<main(?s:.*)<(script|img)");
    }
    assertThat(page("/changes?subject=meetings/hostile-history"))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    http.get("/timeline/replay?from=%3Cscript%3E", "Accept", BROWSER).expect(422);
  }
}
