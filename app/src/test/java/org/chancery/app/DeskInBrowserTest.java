package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.app.Chromium.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The registry desk as a browser shows it: by pointer, by keyboard alone, and without scripts. */
@ExtendWith({SharedLedger.class, Chromium.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class DeskInBrowserTest {
  private static final Path SHOTS = Path.of("target/room");
  private static final int MOST_STEPS = 400;
  private final Http http;
  private final Window wide;
  private final Window withoutScripts;
  private final Window narrowAndDark;

  DeskInBrowserTest(Http http, Chromium chromium) {
    this.http = http;
    this.wide = signedIn(chromium, new NewContextOptions().setViewportSize(1200, 900));
    this.withoutScripts = signedIn(chromium, new NewContextOptions().setJavaScriptEnabled(false));
    this.narrowAndDark =
        signedIn(
            chromium,
            new NewContextOptions().setViewportSize(320, 700).setColorScheme(ColorScheme.DARK));
  }

  private Window signedIn(Chromium chromium, NewContextOptions options) {
    Window window = chromium.open(http, "/desk", options);
    window.page().getByLabel("Token").fill(http.token());
    window.page().getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(window.page().locator("h1").innerText()).isEqualTo("The registry desk");
    return window;
  }

  @AfterAll
  void close() {
    Stream.of(wide, withoutScripts, narrowAndDark).forEach(Window::close);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  static Stream<String> pages() {
    return Stream.of(
        "/sign-in",
        "/desk",
        "/desk/ScheduleMeeting",
        "/desk/RecordStatement",
        "/desk/PlanTrip",
        "/desk/ImposeSanctions",
        "/desk/RecognizeParty",
        "/desk/CorrectEntry",
        "/desk/CorrectEntry?entry=13",
        "/desk/RetractEntry?entry=13",
        "/desk/imports",
        "/desk/recorded/13");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsAccessibleAsksNobodyElseAndSaysTheSameWithoutScripts(String path) throws IOException {
    wide.at(path);
    accessible(path.substring(1));
    withoutScripts.at(path);
    assertThat(withoutScripts.said()).isNotBlank().isEqualTo(wide.said());
    Page narrow = narrowAndDark.at(path);
    assertThat(narrow.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat(narrowAndDark.breaches()).isEmpty();
  }

  private void accessible(String name) throws IOException {
    wide.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name.replaceAll("[^A-Za-z0-9-]+", "_") + ".png"))
                .setFullPage(true));
    assertThat(wide.breaches()).isEmpty();
    assertThat(wide.wrong()).isEmpty();
  }

  @Test
  void aMeetingIsScheduledCorrectedAndSeenInTheTimeline() throws IOException {
    schedule(wide, "walked");
    correct(wide, "walked");
  }

  @Test
  void itIsSoWithoutScriptsToo() throws IOException {
    schedule(withoutScripts, "walked-plain");
    correct(withoutScripts, "walked-plain");
  }

  private void schedule(Window window, String id) throws IOException {
    Page page = window.at("/desk");
    page.getByRole(AriaRole.LINK, named("Schedule meeting")).click();
    page.locator("[name='/meeting']").fill(id);
    page.locator("[name='/format']").selectOption("bilateral");
    page.locator("[name='/parties/0']").fill("US");
    page.locator("[name='/parties/1']").fill("RU");
    page.locator("[name='/scheduledFor']").fill("2031-05");
    page.getByRole(AriaRole.BUTTON, named("One more: Topics")).click();
    page.locator("[name='/topics/0']").fill("trade of " + id);
    page.locator("[name='/provenance/sources/0/title']").fill("A cable");
    preview(page);
    assertThat(page.locator("main").innerText()).contains("May 2031").contains("trade of " + id);
    if (window.equals(wide)) {
      accessible("desk-preview");
    }
    page.getByRole(AriaRole.BUTTON, named("Record")).click();
    assertThat(page.locator("h1").innerText()).isEqualTo("Recorded: Meeting scheduled");
    assertThat(window.wrong()).isEmpty();
  }

  private static void preview(Page page) {
    page.locator("button.main").click();
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Nothing is recorded yet");
  }

  private void correct(Window window, String id) throws IOException {
    Page page = window.page();
    page.locator("main").getByRole(AriaRole.LINK).first().click();
    page.getByRole(AriaRole.LINK, named("correct it")).click();
    assertThat(page.locator("[name='/as/scheduledFor']").inputValue()).isEqualTo("2031-05");
    assertThat(page.locator("main").innerText()).contains("May 2031");
    page.locator("[name='/as/scheduledFor']").fill("2031-05-06");
    page.locator("[name='/reason']").fill("the day is known now");
    page.locator("[name='/provenance/sources/0/title']").fill("A second cable");
    preview(page);
    assertThat(page.locator("ins").first().innerText()).isEqualTo("6 May 2031");
    if (window.equals(wide)) {
      accessible("desk-preview-correction");
    }
    page.getByRole(AriaRole.BUTTON, named("Record")).click();
    seenInTheTimeline(window, id);
  }

  private void seenInTheTimeline(Window window, String id) {
    Page page = window.page();
    String entry = page.url().replaceFirst(".*/", "");
    window.at("/timeline?from=2031&minPosition=" + entry);
    assertThat(page.locator("main").innerText()).contains("6 May 2031");
    window.at("/meetings/" + id);
    assertThat(page.locator("main").innerText()).contains("6 May 2031").contains("A second cable");
    assertThat(window.wrong()).isEmpty();
  }

  @Test
  void theKeyboardAloneDoesAllOfIt() {
    Page page = wide.at("/");
    tabTo(page, "Desk");
    enter(page);
    tabTo(page, "Schedule meeting");
    enter(page);
    type(page, "/meeting", "walked-by-keyboard");
    type(page, "/format", "bilat");
    type(page, "/parties/0", "US");
    type(page, "/parties/1", "RU");
    type(page, "/scheduledFor", "2031-05");
    type(page, "/provenance/sources/0/title", "A cable");
    enter(page);
    tabTo(page, "Record");
    enter(page);
    tabTo(page, "Correct it");
    enter(page);
    type(page, "/reason", "the day is known now");
    type(page, "/as/scheduledFor", "2031-05-06");
    type(page, "/provenance/sources/0/title", "A second cable");
    enter(page);
    tabTo(page, "Record");
    enter(page);
    seenInTheTimeline(wide, "walked-by-keyboard");
  }

  /** Until another document has come, whatever its address. */
  private static void enter(Page page) {
    page.evaluate("() => { window.before = true; }");
    page.keyboard().press("Enter");
    page.waitForFunction("() => window.before === undefined && document.readyState === 'complete'");
  }

  private static void type(Page page, String field, String text) {
    tabUntil(page, "document.activeElement.name === '%s'".formatted(field), field);
    page.keyboard().type(text);
  }

  private static void tabTo(Page page, String words) {
    tabUntil(page, "document.activeElement.innerText === '%s'".formatted(words), words);
  }

  /** A field's text is chosen as the keyboard comes to it, so what is typed takes its place. */
  private static void tabUntil(Page page, String there, String sought) {
    for (int step = 0; step < MOST_STEPS; step++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate(there))) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not come to " + sought);
  }

  @Test
  void whatIsRefusedIsSaidAtTheFieldAndTheKeyboardStartsAtWhy() throws IOException {
    Page page = wide.at("/desk/ScheduleMeeting");
    page.locator("[name='/scheduledFor']").fill("2031-99");
    page.locator("button.main").click();
    page.waitForFunction("document.activeElement.id === 'refused'"); // once its script has run
    Locator field = page.locator("[name='/scheduledFor']");
    assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#f-scheduledFor-fault").innerText()).contains("is not a date");
    page.locator("#refused").getByRole(AriaRole.LINK, linked("is not a date")).click();
    page.waitForFunction("document.activeElement.id === 'f-scheduledFor'");
    assertThat(wide.breaches()).isEmpty();
    assertThat(wide.wrong()).allSatisfy(each -> assertThat(each).contains("422"));
  }

  @Test
  void aNameThatIsTypedBringsTheIdsOfThoseWhoGoByIt() {
    Page page = wide.at("/desk/ScheduleMeeting");
    page.locator("[name='/inMarginsOf']").pressSequentially("foreign");
    page.locator("#picks-conferences option[value='bonn-2017-g20']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(page.locator("#picks-parties option[value='russia']").count()).isEqualTo(1);
    assertThat(wide.wrong()).isEmpty();
  }

  @Test
  void aFileIsTakenInAndThePageFollowsWithScriptsAndWithout() throws IOException {
    for (Window window : List.of(wide, withoutScripts)) {
      Page page = window.at("/desk/imports");
      page.getByLabel("commands", new Page.GetByLabelOptions().setExact(true)).check();
      page.getByLabel("File").setInputFiles(cables());
      page.getByRole(AriaRole.BUTTON, named("Import")).click();
      page.getByText("It is done.").waitFor();
      assertThat(page.locator("main").innerText()).contains("refused").contains("line 201");
      assertThat(window.wrong()).isEmpty();
    }
    wide.page().reload();
    accessible("desk-imported");
  }

  private static FilePayload cables() {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 200; line++) {
      lines.append(
          """
          {"command":"RegisterOfficial","id":"browser-%1$d","name":"U%1$d","provenance":{"sources":[{"title":"T"}]}}
          """
              .formatted(line));
    }
    lines.append("{}\n");
    return new FilePayload(
        "cables.ndjson", "application/x-ndjson", lines.toString().getBytes(UTF_8));
  }

  @Test
  void whatSomebodyWroteStaysTextAndNoScriptRuns() {
    String hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    Page page = wide.at("/desk/RegisterOfficial");
    for (Locator field : page.locator("form.filling").locator("input[type=text], textarea").all()) {
      field.fill(hostile);
    }
    page.locator("button.main").click();
    assertThat(page.locator("main script, main img").count()).isZero();
    assertThat(page.locator("[name='/name']").inputValue()).isEqualTo(hostile);
    assertThat(wide.wrong()).allSatisfy(each -> assertThat(each).contains("422"));
  }

  private static Locator.GetByRoleOptions linked(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
