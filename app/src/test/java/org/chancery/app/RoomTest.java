package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading room without a browser: what is sent, to whom, and under which headers. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private final Http http;

  RoomTest(Http http) {
    this.http = http;
  }

  private Reply page(String path) {
    return http.as("").get(path, "Accept", BROWSER);
  }

  @Test
  void aBrowserIsShownAPageAtTheRootAndAProgramWhatThereIs() {
    assertThat(page("/").expect(200).body()).startsWith("<!DOCTYPE html>").contains("<h1>");
    Reply program = http.get("/").expect(200);
    assertThat(program.header("Content-Type")).isEqualTo("application/json");
    assertThat(program.json().path("resources").isEmpty()).isFalse();
    assertThat(http.get("/api", "Accept", BROWSER).expect(200).json().has("resources")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/meetings/bonn-2017-us-ru",
        "/conferences/bonn-2017-g20",
        "/trips/tillerson-bonn-2017",
        "/agreements/new-start",
        "/cooperations/nato-ru-practical"
      })
  void aPageLoadsRunsAndIsFramedByNothingFromElsewhere(String path) {
    Reply page = page(path).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cache-Control")).contains("private").contains("no-cache");
    assertThat(page.header("ETag")).startsWith("W/");
    assertThat(page.body())
        .doesNotContain(" style=")
        .doesNotContain("<style")
        .doesNotContainPattern("<script(?![^>]* src=\"/)")
        .doesNotContainPattern(" on[a-z]+=\"");
  }

  @Test
  void aPageNamesTheSameAnswerForProgramsAndItsPermanentAddress() {
    String page = page("/meetings/bonn-2017-us-ru?on=2017-02-16&knownAt=position:16").body();
    assertThat(page)
        .contains("<link rel=\"alternate\" type=\"application/json\"")
        .contains("href=\"/api/meetings/bonn-2017-us-ru?on=2017-02-16&amp;knownAt=position:16\"")
        .contains("/meetings/bonn-2017-us-ru?on=2017-02-16&amp;knownAt=position:16\"")
        .contains("What the ledger knew at position 16")
        .contains("about 16 February 2017")
        .contains("Not as of now")
        .contains("href=\"/meetings/bonn-2017-us-ru\"");
  }

  @Test
  void aPageIsOfThePointInBothTimesThatIsAskedFor() {
    assertThat(page("/meetings/bonn-2017-us-ru?knownAt=position:13").expect(200).body())
        .contains("overdue")
        .doesNotContain("data-state=\"held\"");
    assertThat(page("/meetings/bonn-2017-us-ru").expect(200).body())
        .contains("data-state=\"held\"");
    assertThat(page("/meetings/bonn-2017-us-ru?knownAt=position:1").expect(404).body())
        .contains("UNKNOWN_SUBJECT");
  }

  @Test
  void aProblemIsAPageForABrowserAndDataForAProgram() {
    Reply page = page("/meetings/bonn-2017-us-r").expect(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.body()).contains("href=\"/meetings/bonn-2017-us-ru\"");
    assertThat(page("/nothing").expect(404).body()).contains("<h1>Not found</h1>");
    assertThat(page("/meetings/bonn-2017-us-ru?colour=red").expect(422).body())
        .contains("UNKNOWN_PARAMETER");
    http.get("/meetings/bonn-2017-us-r", "Accept", "*/*").expectProblem(404, "UNKNOWN_SUBJECT");
    page("/api/meetings/bonn-2017-us-r").expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void aListThatIsCountedShowsItsGroupsAndLeadsToTheItemsOfEach() {
    Reply counted = http.get("/api/stops?groupBy=country").expect(200);
    String page = page("/stops?groupBy=country").expect(200).body();

    assertThat(page)
        .contains("in %d groups".formatted(counted.json().path("count").asInt()))
        .contains("list them");
    String items = page.replaceFirst("(?s).*href=\"(/stops\\?[^\"]+)\">list them.*", "$1");
    page(items.replace("&amp;", "&")).expect(200);
    page("/stops?groupBy=moon").expect(422);
  }

  @Test
  void aBrowserThatAsksForAnotherFormatOfTheJournalIsSentThere() {
    assertThat(page("/entries?format=csv&text=NATO").expect(303).header("Location"))
        .isEqualTo("/api/entries?format=csv&text=NATO");
  }

  @Test
  void aNameThatWouldReverseTheReadingOrderIsShownAsItIsWritten() {
    String name = "Graustark\\u202e \\u0007ylriaF";
    long position =
        http.command(
                "RegisterParty",
                "{\"party\": \"reversed\", \"name\": \"%s\", \"kind\": \"state\"}".formatted(name))
            .expect(201)
            .position();
    String page = page("/parties/reversed?minPosition=" + position).expect(200).body();

    assertThat(page).contains("Graustark\\u202E \\u0007ylriaF").doesNotContain("\u202e", "\u0007");
  }

  @Test
  void whatPagesAreMadeWithIsKeptUntilItChanges() {
    String page = page("/").body();
    String style = page.replaceFirst("(?s).*href=\"(/room/style.css\\?v=[^\"]+)\".*", "$1");
    assertThat(page(style).expect(200).header("Cache-Control")).contains("immutable");
    assertThat(page("/room/style.css").expect(200).header("Cache-Control")).contains("no-cache");
    page("/room/none.css").expect(404);
    page("/room/..%2fapplication.yaml").expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings",
        "conferences",
        "trips",
        "visits",
        "stops",
        "statements",
        "cooperations",
        "agreements",
        "sanctions",
        "missions",
        "parties",
        "officials",
        "relationships",
        "timeline",
        "entries"
      })
  void aListCountsWhatTheApiCounts(String list) {
    long total = http.get("/api/" + list).expect(200).json().path("total").asLong();
    String page = page("/" + list).expect(200).body();
    assertThat(total).isPositive();
    assertThat(page).contains("%,d in all".formatted(total));
    assertThat(page.split("<tr>", -1)).hasSize((int) Math.min(total, 100) + 2);
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() {
    String first = page("/timeline?limit=5").expect(200).body();
    String next = first.replaceFirst("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1");
    String second = page(next.replace("&amp;", "&")).expect(200).body();
    String api = http.get("/api/timeline?limit=6").json().at("/items/5/summary").asString();
    assertThat(first).contains("5 on this page").doesNotContain(">" + api + "<");
    assertThat(second).contains(">" + api + "<").contains("rel=\"first\"");
  }

  @Test
  void whatAFormLeavesEmptyIsNotAskedFor() {
    String all = page("/meetings").expect(200).body();
    String form = page("/meetings?party=&from=&to=&status=&on=&knownAt=").expect(200).body();
    assertThat(form.replaceFirst("(?s).*<main", "")).isEqualTo(all.replaceFirst("(?s).*<main", ""));
  }

  @Test
  void anAnswerByOneAccountSaysSo() {
    String page = page("/trips/tillerson-brussels-2017?accordingTo=Reuters").expect(200).body();
    assertThat(page).contains("By one account alone:").contains("that of Reuters");
    assertThat(page("/trips/tillerson-brussels-2017").body())
        .contains("Accounts that differ")
        .contains("/trips/tillerson-brussels-2017?accordingTo=35");
  }

  @Test
  void aListSaysOfWhatOnItsPageSourcesDiffer() {
    for (String list : List.of("/trips", "/timeline")) {
      assertThat(page(list).expect(200).body())
          .as(list)
          .contains("Sources differ about", ">trips/tillerson-brussels-2017</a>");
    }
    assertThat(page("/trips?knownAt=position:20").expect(200).body())
        .doesNotContain("Sources differ about");
  }

  @Test
  void aRelationshipByOneAccountIsThatInAllThatCanBe() {
    long ended =
        http.get("/api/entries?name=cooperation.terminated")
            .json()
            .at("/items/0/position")
            .asLong();
    long account =
        http.command(
                "RecordAccount",
                """
                {"entry": %d, "provenance": {"sources": [{"title": "T", "publisher": "The Herald"}]},
                 "as": {"command": "SuspendCooperation", "on": "2014-04-01", "reason": "on hold"}}
                """
                    .formatted(ended))
            .expect(201)
            .position();
    String pair = "/relationships/nato/russia?minPosition=" + account;
    String own = page(pair).expect(200).body();
    String alone = page(pair + "&accordingTo=The%20Herald").expect(200).body();

    assertThat(own).contains("terminated from").doesNotContain("By one account alone");
    assertThat(alone)
        .contains("By one account alone:")
        .contains("that of The Herald")
        .doesNotContain("terminated from");
  }

  @Test
  void aContactIsOnlyPossibleOnTheSideOfTheDayOnWhichItMayBe() {
    long last = 0;
    for (String id : new String[] {"same-day-1", "same-day-2"}) {
      http.command(
              "ScheduleMeeting",
              """
              {"meeting": "%s", "scheduledFor": "1994-05-05", "format": "bilateral",
               "parties": ["nato", "united-states"]}
              """
                  .formatted(id))
          .expect(201);
      last =
          http.command(
                  "RecordMeetingHeld",
                  "{\"meeting\": \"%s\", \"heldOn\": \"1994-05-05\"}".formatted(id))
              .expect(201)
              .position();
    }
    String page = page("/relationships/united-states/nato?minPosition=" + last).expect(200).body();

    String next = page.replaceFirst("(?s).*Next contact", "").replaceFirst("(?s)</dd>.*", "");
    assertThat(next).contains("none on record").doesNotContain("same-day-1");
    assertThat(page.replaceFirst("(?s).*Last contact", "").replaceFirst("(?s)</dd>.*", ""))
        .contains("the dates leave it open; it may be")
        .contains("same-day-1", "same-day-2");
  }

  /** Once the index has all that is in the journal. */
  private String found(String parameters) {
    long last = http.get("/api/journal").expect(200).json().path("position").asLong();
    http.get("/api/search?minPosition=%d&%s".formatted(last, parameters)).expect(200);
    return page("/search?" + parameters).expect(200).body();
  }

  private static List<String> all(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(each -> each.group(1).replace("&amp;", "&"))
        .toList();
  }

  @Test
  void aSearchMarksTheWordsAndLeadsToWhatHoldsThemAndItsEntries() {
    String found = found("q=tillerson+syria");
    assertThat(found)
        .contains("<a href=\"/meetings/bonn-2017-us-ru\">")
        .contains("<mark>Syria</mark>")
        .contains("aria-label=\"entry 31\"")
        .contains("1 found.")
        .contains("<p class=\"quiet\">Meeting, 16 February 2017</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tillerson", "russia", "united+states", "nato", "germany"})
  void whateverASearchFindsHasItsPage(String word) {
    long total = http.get("/api/search?q=" + word).expect(200).json().path("total").asLong();
    List<String> hits = all("<li><h3><a href=\"([^\"]+)\">", found("q=" + word));
    assertThat(hits).hasSize((int) total);
    assertThat(hits).allSatisfy(hit -> page(hit).expect(200));
  }

  @Test
  void aSearchIsNarrowedByWhatItCountsAndWidenedAgain() {
    String found = found("q=tillerson&knownAt=position:40");
    List<String> further = all("<li><a href=\"(/search[^\"]+)\"><span>", found);
    assertThat(further)
        .contains("/search?q=tillerson&knownAt=position:40&kind=meetings")
        .contains("/search?q=tillerson&knownAt=position:40&party=russia")
        .contains("/search?q=tillerson&knownAt=position:40&from=2017&to=2017");
    assertThat(further)
        .allSatisfy(each -> assertThat(page(each).expect(200).body()).contains("found."));
    String narrowed = found("q=tillerson&kind=meetings&party=russia");
    assertThat(narrowed)
        .contains("aria-label=\"Search without Meetings\"")
        .contains("href=\"/search?q=tillerson&amp;party=russia\"")
        .contains("href=\"/search?q=tillerson&amp;kind=meetings\"")
        .contains("<input type=\"hidden\" name=\"kind\" value=\"meetings\">")
        .doesNotContain("kind=meetings&amp;kind=");
  }

  @Test
  void aPartIsCountedAsManyAsItsLinkFinds() {
    String found = found("q=tillerson");
    Matcher kinds =
        Pattern.compile("<a href=\"(/search[^\"]+kind=[a-z]+)\"><span>.*?count\">(\\d+)<")
            .matcher(found);
    assertThat(kinds.results().toList())
        .isNotEmpty()
        .allSatisfy(
            kind ->
                assertThat(page(kind.group(1).replace("&amp;", "&")).expect(200).body())
                    .contains(kind.group(2) + " found."));
  }

  @Test
  void aSearchGoesOnWhereThePageBeforeEnded() {
    String first = found("q=tillerson&limit=2");
    String next = first.replaceFirst("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1");
    String second = page(next.replace("&amp;", "&")).expect(200).body();
    String hits = "<li><h3><a href=\"([^\"]+)\">";
    assertThat(first).contains("2 on this page");
    assertThat(all(hits, second)).isNotEmpty().doesNotContainAnyElementsOf(all(hits, first));
    assertThat(second).contains("rel=\"first\"").contains("limit=2");
    assertThat(all("<li><a href=\"(/search[^\"]+)\"><span>", second))
        .noneMatch(each -> each.contains("cursor"));
  }

  @Test
  void aWordThatIsNowhereOnRecordIsToldWithThoseItIsShownFor() {
    assertThat(found("q=tilerson"))
        .contains("“tilerson” is nowhere on record: shown for “tillerson”.")
        .contains("<mark>Tillerson</mark>");
  }

  @Test
  void whatIsNotFoundIsNotDenied() {
    assertThat(found("q=nowhereonrecord"))
        .contains("Nothing on record holds these words; that does not say it was not so.")
        .doesNotContain("<ol class=\"hits\">");
    assertThat(found("q=tillerson&kind=agreements"))
        .contains("Nothing on record that this keeps holds these words");
  }

  @Test
  void aSearchIsOfThePointInBothTimesAndWithoutWordsAFormOfIt() {
    assertThat(found("q=tillerson&on=2017-02-16&knownAt=position:20"))
        .contains("What the ledger knew at position 20")
        .contains("about 16 February 2017")
        .contains("on=2017-02-16&amp;knownAt=position:20\"")
        .doesNotContain("Years");
    assertThat(found("q=syria&on=1950-01-01")).contains("Nothing on record that this keeps");
    assertThat(page("/search?q=tillerson&on=&knownAt=").expect(200).body()).contains("Years");
    assertThat(page("/search?q=+&kind=meetings&knownAt=position:20").expect(200).body())
        .contains("No words are asked for, so nothing is searched")
        .contains(">Meetings <a href=")
        .contains("What the ledger knew at position 20")
        .contains("<input type=\"hidden\" name=\"kind\" value=\"meetings\">")
        .doesNotContain("application/json");
  }

  @Test
  void aSearchThatIsNotUnderstoodIsAProblem() {
    assertThat(page("/search?q=%22syria").expect(422).body()).contains("not closed");
    assertThat(page("/search?q=syria&kind=none").expect(422).body()).contains("/kind");
    assertThat(page("/search?colour=red").expect(422).body()).contains("UNKNOWN_PARAMETER");
  }

  @Test
  void whatIsAskedForStaysText() {
    String asked = "%22%3E%3Cscript%3Ezyx%22";
    assertThat(page("/search?q=" + asked).expect(200).body())
        .contains("value=\"&#34;>")
        .contains("&lt;script&gt;zyx")
        .doesNotContainPattern("<(h1|title|p|mark)[^<]*<script");
  }

  @Test
  void aPageThatHandsOutEntriesIsNotedAmongThoseThatWereRead() throws InterruptedException {
    page("/entries/13?on=2017-02-16").expect(200);
    page("/parties/none").expect(404);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    String noted = "";
    while (!noted.contains("/entries/13") && System.nanoTime() < end) {
      noted = http.get("/api/audit/reads?limit=1000").expect(200).body();
      Thread.sleep(50);
    }
    assertThat(noted).contains("\"path\":\"/entries/13\"").doesNotContain("/parties/none");
  }
}
