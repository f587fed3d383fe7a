package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.app.Browsing.Form;
import org.chancery.command.CommandNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The registry desk without scripts, as a browser sends its forms. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  private final Ledger ledger;
  private final Http http;
  private final Browsing recorder;

  DeskTest(Ledger ledger) throws IOException {
    this.ledger = ledger;
    this.http = ledger.http();
    this.recorder = Browsing.as(http, ledger.token("recorder"));
  }

  private static Map<String, String> filled(String... namesAndValues) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int each = 0; each < namesAndValues.length; each += 2) {
      all.put(namesAndValues[each], namesAndValues[each + 1]);
    }
    return all;
  }

  private static Map<String, String> meeting(String id, String... further) {
    Map<String, String> all =
        filled(
            "/meeting", id,
            "/format", "bilateral",
            "/parties/0", "US",
            "/parties/1", "RU",
            "/place/country", "DE",
            "/place/locality", "Bonn",
            "/scheduledFor", "2027-03",
            "/provenance/sources/0/title", "A cable",
            "act", "preview");
    all.putAll(filled(further));
    return all;
  }

  private long head() {
    return http.get("/api/journal").expect(200).json().path("position").asLong();
  }

  private Form filledIn(Map<String, String> fields) {
    Reply preview = recorder.send(recorder.form("/desk/ScheduleMeeting"), fields).expect(200);
    assertThat(preview.body())
        .contains("This would be recorded. Nothing is recorded yet.")
        .contains(">Sources<")
        .contains("A cable");
    return Browsing.form(preview);
  }

  @Test
  void aFieldThatAFormDoesNotHaveIsNotLeftOutWithoutAWord() {
    Browsing.Form form = recorder.form("/desk/RegisterOfficial");
    Reply reply =
        recorder.send(form, Map.of("/name", "Ada", "/nmae", "Bob", "act", "preview")).expect(422);
    assertThat(reply.body()).contains("/nmae: the form has no such field");
    recorder.get("/desk/RegisterOfficial?nmae=Bob").expect(422);
    recorder.get("/desk/RegisterOfficial?name=Bob").expect(200);
  }

  @Test
  void whatWasNotRecordedIsNotFoundAndNotWaitedFor() {
    recorder.get("/desk/recorded/999999").expect(404);
  }

  @Test
  void whatIsFilledInIsShownBeforeItIsRecordedAndThenRecorded() {
    long before = head();
    Form confirmed = filledIn(meeting("desk-first"));
    assertThat(head()).isEqualTo(before);
    Reply done = recorder.send(confirmed, Map.of("act", "record")).expect(303);
    assertThat(head()).isEqualTo(before + 1);
    Reply shown = recorder.get(done.header("Location")).expect(200);
    assertThat(shown.body())
        .contains("Entry " + (before + 1))
        .contains("href=\"/meetings/desk-first\"")
        .contains("/desk/CorrectEntry?entry=" + (before + 1));
    String entry = http.get("/api/entries/" + (before + 1)).expect(200).body();
    assertThat(entry)
        .contains("\"recordedBy\":\"recorder\"")
        .contains("\"scheduledFor\":\"2027-03\"")
        .contains("\"parties\":[\"united-states\",\"russia\"]")
        .contains("\"title\":\"A cable\"");
  }

  @Test
  void whatIsSentTwiceIsRecordedOnce() {
    Form confirmed = filledIn(meeting("desk-twice"));
    long before = head();
    Reply first = recorder.send(confirmed, Map.of("act", "record")).expect(303);
    Reply second = recorder.send(confirmed, Map.of("act", "record")).expect(303);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(head()).isEqualTo(before + 1);
  }

  @Test
  void whatWasRecordedIsNotChangedByTheFormThatRecordedIt() {
    Form confirmed = filledIn(meeting("desk-changed"));
    recorder.send(confirmed, Map.of("act", "record")).expect(303);
    long before = head();
    Reply refused =
        recorder.send(confirmed, filled("/scheduledFor", "2028", "act", "record")).expect(409);
    assertThat(refused.body())
        .contains("IDEMPOTENCY_MISMATCH")
        .contains("<a href=\"/desk/ScheduleMeeting\">Open a new one</a>");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void whatIsRefusedIsSaidBesideItsFieldAndNothingFilledInIsLost() {
    long before = head();
    Form form = recorder.form("/desk/ScheduleMeeting");
    Reply refused =
        recorder
            .send(form, meeting("desk-refused", "/scheduledFor", "2017-99", "/parties/1", "XX"))
            .expect(422);
    assertThat(refused.body())
        .contains("Nothing was recorded.")
        .containsPattern(
            "(?s)id=\"f-scheduledFor\"[^>]*aria-invalid=\"true\"[^>]*>\\s*<p class=\"fault\"")
        .contains("'2017-99' is not a date");
    Form again = Browsing.form(refused);
    assertThat(again.fields())
        .containsEntry("/place/locality", "Bonn")
        .containsEntry("/parties/1", "XX");
    assertThat(again.fields().get("key")).isEqualTo(form.fields().get("key"));
    Reply unknown =
        recorder.send(again, filled("/scheduledFor", "2027-03", "act", "preview")).expect(422);
    assertThat(unknown.body())
        .containsPattern(
            "(?s)id=\"f-parties-1\"[^>]*>\\s*<p class=\"fault\" id=\"f-parties-1-fault\">");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aListHasARowMoreWhereOneIsAskedFor() {
    Reply more =
        recorder
            .send(
                recorder.form("/desk/ScheduleMeeting"),
                meeting("desk-more", "/participants/0/name", "A", "act", "more:/participants"))
            .expect(200);
    assertThat(Browsing.form(more).fields())
        .containsEntry("/participants/0/name", "A")
        .containsEntry("/participants/1/name", "")
        .containsEntry("/place/locality", "Bonn")
        .doesNotContainKey("/participants/2/name");
  }

  @Test
  void linesAreKeptAsTheyWereThoughABrowserEndsThemOtherwise() {
    long entry =
        http.command(
                "RecordStatement",
                """
                {"statement": "desk-lines", "speaker": {"name": "A spokesman"},
                 "on": "2017-02-16", "attribution": "on-the-record", "summary": "first\\nsecond"}
                """)
            .expect(201)
            .position();
    Form form = recorder.form("/desk/CorrectEntry?entry=" + entry);
    Map<String, String> sent =
        filled(
            "/as/summary", "first\r\nsecond",
            "/reason", "nothing",
            "/provenance/sources/0/title", "A cable",
            "act", "preview");

    assertThat(recorder.send(form, sent).expect(422).body()).contains("NOTHING_CHANGED");
  }

  @Test
  void anEntryIsCorrectedWithItsFieldsFilledInAndRetracted() {
    recorder.send(filledIn(meeting("desk-corrected")), Map.of("act", "record")).expect(303);
    long entry = head();
    Form form = recorder.form("/desk/CorrectEntry?entry=" + entry);
    assertThat(form.fields())
        .containsEntry("/as/scheduledFor", "2027-03")
        .containsEntry("/as/place/locality", "Bonn")
        .containsEntry("/as/parties/1", "russia");
    Map<String, String> changed =
        filled(
            "/as/scheduledFor", "2027-04-05",
            "/as/place/locality", "",
            "/reason", "a slip",
            "/provenance/sources/0/title", "Another cable",
            "act", "preview");
    Reply preview = recorder.send(form, changed).expect(200);
    assertThat(preview.body()).contains("<ins>5 April 2027</ins>").contains("<del>Bonn</del>");
    recorder.send(Browsing.form(preview), Map.of("act", "record")).expect(303);
    String now =
        http.get("/api/meetings/desk-corrected?minPosition=" + (entry + 1)).expect(200).body();
    assertThat(now).contains("\"scheduledFor\":\"2027-04-05\"").doesNotContain("Bonn");

    Form retract = recorder.form("/desk/RetractEntry?entry=" + (entry + 1));
    Map<String, String> why =
        filled(
            "/reason", "never planned", "/provenance/sources/0/title", "A note", "act", "record");
    recorder.send(retract, why).expect(303);
    assertThat(http.get("/api/entries/" + head()).body()).contains("entry.retracted");
  }

  @Test
  void whatStandsInTheWayIsLinked() {
    recorder.send(filledIn(meeting("desk-in-the-way")), Map.of("act", "record")).expect(303);
    long entry = head();
    http.command("RetractEntry", "{\"entry\": %d, \"reason\": \"x\"}".formatted(entry)).expect(201);
    Form form = recorder.form("/desk/RetractEntry?entry=" + entry);
    Map<String, String> why =
        filled("/reason", "again", "/provenance/sources/0/title", "A note", "act", "preview");
    assertThat(recorder.send(form, why).expect(409).body())
        .contains("ENTRY_SUPERSEDED")
        .contains("href=\"/entries/" + (entry + 1) + "\"");
  }

  static List<String> commands() {
    return CommandNames.all().stream().map(Class::getSimpleName).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAFormWhoseFieldsHaveLabels(String command) {
    assertThat(recorder.get("/desk").body()).contains("href=\"/desk/" + command + "\"");
    boolean amends = commands().indexOf(command) >= 0 && command.matches(".*(Entry|Account)");
    String page = recorder.get("/desk/" + command + (amends ? "?entry=1" : "")).expect(200).body();
    assertThat(page).contains("name=\"/provenance/sources/0/title\"");
    List<String> ids =
        Pattern.compile("<(?:input|select|textarea) (?:[^>]* )?id=\"(f-[^\"]*)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    assertThat(ids)
        .allSatisfy(id -> assertThat(page).containsPattern("<label [^>]*for=\"" + id + "\""));
  }

  @Test
  void aFormThatWasNotOpenedHereIsRefused() {
    long before = head();
    Form confirmed = filledIn(meeting("desk-forged"));
    Map<String, String> record = Map.of("act", "record");
    assertThat(recorder.send(confirmed.without("_csrf"), record).expect(403).body())
        .contains("NOT_ALLOWED");
    recorder.send(confirmed, Map.of("act", "record", "_csrf", "guess")).expect(403);
    Form elsewhere = Browsing.as(http, http.token()).form("/desk/ScheduleMeeting");
    recorder
        .send(confirmed, Map.of("act", "record", "_csrf", elsewhere.fields().get("_csrf")))
        .expect(403);
    recorder.send(recorder.form("/sign-in").without("_csrf"), Map.of()).expect(403);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void whoeverReadsAloneOrIsNotKnownRecordsNothing() throws IOException {
    long before = head();
    Form form = recorder.form("/desk/ScheduleMeeting");
    Browsing auditor = Browsing.as(http, ledger.token("auditor"));
    auditor.get("/desk").expect(403);
    auditor.get("/desk/ScheduleMeeting").expect(403);
    auditor.send(form, meeting("desk-auditor", "act", "record")).expect(403);
    Browsing nobody = new Browsing(http);
    assertThat(nobody.get("/desk/RetractEntry?entry=1").expect(303).header("Location"))
        .isEqualTo("/sign-in?to=%2Fdesk%2FRetractEntry%3Fentry%3D1");
    nobody.send(form, meeting("desk-nobody", "act", "record")).expect(401);
    http.as("").get("/desk").expectProblem(401, "UNAUTHENTICATED");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aSessionIsOfItsBrowserAloneAndEndsWhenItIsLeft() throws IOException {
    Browsing browser = new Browsing(http);
    Form in = browser.form("/sign-in?to=/entries%3Flimit%3D1");
    assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().equals("chancery"));
    Reply welcome = browser.send(in, Map.of("token", ledger.token("recorder"))).expect(303);
    assertThat(welcome.header("Location")).isEqualTo("/entries?limit=1");
    assertThat(welcome.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("chancery="))
        .singleElement()
        .asString()
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
    assertThat(browser.get("/sign-in").body()).contains("<strong>recorder</strong>");
    browser.send(browser.form("/sign-in"), Map.of()).expect(303);
    browser.get("/desk").expect(303);
  }

  @Test
  void aSessionThatWasThereBeforeGetsAnotherName() throws IOException {
    Browsing browser = Browsing.as(http, ledger.token("auditor"));
    String before = session(browser);
    Form out = browser.form("/sign-in");
    Form in = new Form("/sign-in", out.fields());
    browser.send(in, Map.of("token", ledger.token("recorder"))).expect(303);
    assertThat(session(browser)).isNotEqualTo(before);
    assertThat(browser.get("/sign-in").body()).contains("<strong>recorder</strong>");
  }

  private static String session(Browsing browser) {
    return browser.cookies().stream()
        .filter(cookie -> cookie.getName().equals("chancery"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWrongTokenLetsNobodyInAndLeadsNowhereElse() {
    for (String to : List.of("//example.org", "https://example.org", "/\\example.org", "desk")) {
      Browsing browser = new Browsing(http);
      Form form = browser.form("/sign-in");
      Reply refused = browser.send(form, Map.of("token", "guess", "to", to)).expect(303);
      assertThat(refused.header("Location")).isEqualTo("/sign-in?to=%2F&refused=token");
      assertThat(browser.get(refused.header("Location")).body())
          .contains("does not know that token");
      browser.get("/desk").expect(303);
      Reply right = browser.send(form, Map.of("token", http.token(), "to", to)).expect(303);
      assertThat(right.header("Location")).isEqualTo("/");
    }
  }

  @Test
  void aSessionDoesNotWriteThroughTheApi() {
    Form form = new Form("/api/commands/RegisterOfficial", Map.of("name", "A"));
    recorder.send(form, Map.of()).expect(401);
  }

  @Test
  void whatSomebodyWritesIntoAFormStaysText() {
    Map<String, String> hostile = meeting("desk-hostile");
    hostile.replaceAll((name, value) -> name.startsWith("/") ? HOSTILE : value);
    Reply refused = recorder.send(recorder.form("/desk/ScheduleMeeting"), hostile).expect(422);
    assertThat(refused.body()).doesNotContain("<script>").doesNotContain("<img");
    Reply preview =
        recorder
            .send(
                recorder.form("/desk/ScheduleMeeting"),
                meeting(
                    "desk-hostile",
                    "/topics/0",
                    HOSTILE,
                    "/place/locality",
                    HOSTILE,
                    "/provenance/sources/0/title",
                    HOSTILE,
                    "/provenance/rationale",
                    HOSTILE))
            .expect(200);
    assertThat(preview.body())
        .contains("&lt;script")
        .doesNotContain("<script>")
        .doesNotContain("<img");
    assertThat(recorder.get("/sign-in?to=" + "%22%3E%3Cscript%3E").body())
        .doesNotContain("<script>");
  }
}
