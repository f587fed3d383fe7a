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
  private final Http http;
  private final Chromium chromium;

  RoomInBrowserTest(Http http, Chromium chromium) {
    this.http = http;
    this.chromium = chromium;
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
        "/timeline",
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
  void aPageIsAccessibleAndAsksNobodyElse(String path) throws IOException {
    try (Window window = chromium.open(http, path, plain())) {
      String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z0-9-]+", "_");
      window
          .page()
          .screenshot(
              new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
      assertThat(window.breaches()).isEmpty();
      if (!path.endsWith("/none")) {
        assertThat(window.wrong()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageSaysTheSameWithoutScripts(String path) {
    try (Window with = chromium.open(http, path, plain());
        Window without = chromium.open(http, path, plain().setJavaScriptEnabled(false))) {
      String text = without.page().locator("main").innerText();
      assertThat(text).isNotBlank().isEqualTo(with.page().locator("main").innerText());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsReadInTheDarkAndOnANarrowScreen(String path) throws IOException {
    NewContextOptions narrow =
        new NewContextOptions().setViewportSize(320, 700).setColorScheme(ColorScheme.DARK);
    try (Window window = chromium.open(http, path, narrow)) {
      assertThat(window.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      assertThat(window.breaches()).isEmpty();
    }
  }

  @Test
  void theTwoTimesAreAskedForByAFormAndLeftByOneLink() {
    try (Window window = chromium.open(http, "/meetings/bonn-2017-us-ru", plain())) {
      Page page = window.page();
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
      assertThat(window.wrong()).isEmpty();
    }
  }

  @Test
  void aListIsNarrowedByAForm() {
    try (Window window = chromium.open(http, "/meetings", plain())) {
      Page page = window.page();
      page.getByLabel("Party").fill("RU");
      page.getByLabel("Status").selectOption("cancelled");
      page.getByRole(AriaRole.BUTTON, named("Narrow")).click();
      assertThat(page.locator("tbody tr").count()).isEqualTo(1);
      assertThat(page.getByLabel("Status").inputValue()).isEqualTo("cancelled");
      assertThat(page.getByLabel("Party").inputValue()).isEqualTo("RU");
    }
  }

  @Test
  void theKeyboardAloneLeadsPastTheHead() {
    try (Window window = chromium.open(http, "/meetings/bonn-2017-us-ru", plain())) {
      Page page = window.page();
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the content");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  @Test
  void whatSomebodyWroteStaysText() {
    for (String path :
        List.of(
            "/meetings/hostile",
            "/meetings?party=US",
            "/entries?subject=meetings/hostile",
            "/search?q=alert")) {
      try (Window window = chromium.open(http, path, plain())) {
        assertThat(window.wrong()).isEmpty();
        assertThat(window.page().locator("main script, main img").count()).isZero();
        assertThat(window.page().locator("main").innerText()).contains(HOSTILE);
      }
    }
    String inAddress = "/meetings?place=%3Cscript%3Ealert(1)%3C/script%3E";
    try (Window window = chromium.open(http, inAddress, plain())) {
      assertThat(window.page().locator("main script").count()).isZero();
    }
  }

  @Test
  void aPrintedPageHasWhatIsReadAndHowItIsCited() {
    try (Window window = chromium.open(http, "/relationships/US/RU", plain())) {
      Page page = window.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("nav").isVisible()).isFalse();
      assertThat(page.locator(".citation").isVisible()).isTrue();
      assertThat(page.locator("svg.lanes").isVisible()).isTrue();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions linkedIn(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
