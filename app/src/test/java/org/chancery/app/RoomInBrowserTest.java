package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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

/** The reading room as a browser shows it, for eyes, keyboards and screen readers. */
@ExtendWith({SharedLedger.class, Chromium.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class RoomInBrowserTest {
  private static final Path SHOTS = Path.of("target/room");
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private final Window wide;
  private final Window withoutScripts;
  private final Window narrowAndDark;

  RoomInBrowserTest(Http http, Chromium chromium) {
    String fields =
        """
        {"meeting": "hostile", "format": "phone", "parties": ["US", "RU"], "heldOn": "2016",
         "participants": [{"name": "H", "party": "US"}], "topics": ["H"],
         "place": {"country": "DE", "locality": "H"},
         "provenance": {"authority": "H", "rationale": "H", "sources": [{"title": "H",
           "publisher": "H", "locator": "H", "quote": "H", "url": "https://example.org/?H"}]}}
        """
            .replace("?H", "?a")
            .replace("\"H\"", "\"" + HOSTILE + "\"");
    long position = http.command("RecordMeetingHeld", fields).expect(201).position();
    http.get("/api/meetings/hostile?minPosition=" + position).expect(200);
    this.wide = chromium.open(http, "/", plain());
    this.withoutScripts = chromium.open(http, "/", plain().setJavaScriptEnabled(false));
    this.narrowAndDark =
        chromium.open(
            http,
            "/",
            new NewContextOptions().setViewportSize(320, 700).setColorScheme(ColorScheme.DARK));
  }

  @AfterAll
  void close() {
    Stream.of(wide, withoutScripts, narrowAndDark).forEach(Window::close);
  }

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/meetings",
        "/meetings/bonn-2017-us-ru",
        "/meetings/hostile",
        "/conferences",
        "/conferences/bonn-2017-g20",
        "/trips",
        "/trips/tillerson-bonn-2017",
        "/visits",
        "/stops?groupBy=country",
        "/stops/map?official=tillerson-rex-w",
        "/statements",
        "/cooperations",
        "/cooperations/nato-ru-practical",
        "/agreements",
        "/agreements/new-start",
        "/sanctions",
        "/missions",
        "/parties",
        "/parties/germany",
        "/officials",
        "/officials/tillerson-rex-w",
        "/relationships",
        "/relationships/US/RU",
        "/relationships/US/RU?on=1990-01-01&knownAt=position:25",
        "/relationships/US/RU?earlierAt=position:24",
        "/timeline",
        "/timeline/replay?from=2017-02&to=2017-02",
        "/audit",
        "/relationships/US/RU/explanation?on=1950-01-01",
        "/changes?from=position:28&to=position:40",
        "/entries",
        "/entries/31",
        "/search",
        "/search?q=tilerson",
        "/search?q=script&kind=meetings&party=RU",
        "/search?q=nowhereonrecord",
        "/meetings/none");
  }

  private static NewContextOptions plain() {
    return new NewContextOptions().setViewportSize(1200, 900);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsAccessibleAsksNobodyElseAndSaysTheSameWithoutScripts(String path) throws IOException {
    String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z0-9-]+", "_");
    wide.at(path)
        .screenshot(
            new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    assertThat(wide.breaches()).isEmpty();
    if (!path.endsWith("/none")) {
      assertThat(wide.wrong()).isEmpty();
    }
    withoutScripts.at(path);
    assertThat(withoutScripts.said()).isNotBlank().isEqualTo(wide.said());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsReadInTheDarkAndOnANarrowScreen(String path) throws IOException {
    Page page = narrowAndDark.at(path);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat(narrowAndDark.breaches()).isEmpty();
  }

  @Test
  void theTwoTimesAreAskedForByAFormAndLeftByOneLink() {
    Page page = wide.at("/meetings/bonn-2017-us-ru");
    page.getByLabel("As known at").fill("position:13");
    page.getByLabel("As it was on").fill("2017-02-01");
    page.getByRole(AriaRole.BUTTON, named("Show")).click();
    assertThat(page.url()).contains("on=2017-02-01").contains("knownAt=position");
    assertThat(page.locator(".shown").innerText())
        .contains("Not as of now")
        .contains("What the ledger knew at position 13")
        .contains("about 1 February 2017");
    Locator party = page.locator("main").getByRole(AriaRole.LINK, linkedIn("Russia")).first();
    assertThat(party.getAttribute("href")).contains("on=2017-02-01");
    page.getByRole(AriaRole.LINK, named("Back to now")).click();
    assertThat(page.url()).endsWith("/meetings/bonn-2017-us-ru");
    assertThat(wide.wrong()).isEmpty();
  }

  @Test
  void aListIsNarrowedByAForm() {
    Page page = wide.at("/meetings");
    page.getByLabel("Party").fill("RU");
    page.getByLabel("Status").selectOption("cancelled");
    page.getByRole(AriaRole.BUTTON, named("Narrow")).click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.getByLabel("Status").inputValue()).isEqualTo("cancelled");
    assertThat(page.getByLabel("Party").inputValue()).isEqualTo("RU");
  }

  @Test
  void theKeyboardAloneLeadsPastTheHead() {
    Page page = wide.at("/meetings/bonn-2017-us-ru");
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the content");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  @Test
  void whatSomebodyWroteStaysText() {
    for (String path :
        List.of(
            "/meetings/hostile",
            "/meetings?party=US",
            "/entries?subject=meetings/hostile",
            "/search?q=alert")) {
      Page page = wide.at(path);
      assertThat(wide.wrong()).isEmpty();
      assertThat(page.locator("main script, main img").count()).isZero();
      assertThat(page.locator("main").innerText()).contains(HOSTILE);
    }
    String inAddress = "/meetings?place=%3Cscript%3Ealert(1)%3C/script%3E";
    assertThat(wide.at(inAddress).locator("main script").count()).isZero();
  }

  @Test
  void aPrintedPageHasWhatIsReadAndHowItIsCited() {
    Page page = wide.at("/relationships/US/RU");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("nav").isVisible()).isFalse();
    assertThat(page.locator(".citation").isVisible()).isTrue();
    assertThat(page.locator("svg.lanes").isVisible()).isTrue();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions linkedIn(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
