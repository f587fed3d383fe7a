package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.app.Chromium.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come for, from the first page to the answer, by mouse and by keyboard alone. */
@ExtendWith(Chromium.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class RoomWalksTest {
  private static final Path SHOTS = Path.of("target/room");
  private static final int MOST_TABS = 120;
  private static final String SOURCE =
      "\"provenance\": {\"sources\": [{\"title\": \"A Guide to Relations, by Country: Cuba\"}]}";
  private static final List<String[]> FURTHER =
      List.of(
          new String[] {
            "RegisterParty",
            "{'party': 'cuba', 'name': 'Cuba', 'kind': 'state', 'codes': ['CU', 'CUB'],"
          },
          new String[] {
            "RegisterParty",
            "{'party': 'belgium', 'name': 'Belgium', 'kind': 'state', 'codes': ['BE', 'BEL'],"
          },
          new String[] {"EstablishRelations", "{'parties': ['US', 'CU'], 'on': '1902-05-27',"},
          new String[] {
            "ChangeRepresentation",
            "{'parties': ['US', 'CU'], 'level': 'embassy', 'on': '1923-02-10',"
          },
          new String[] {
            "SeverRelations",
            "{'parties': ['US', 'CU'], 'on': '1961-01-03', 'reason': 'severed by the U.S.',"
          },
          new String[] {
            "ChangeRepresentation",
            "{'parties': ['US', 'CU'], 'level': 'interests-section', 'on': '1977-09-01',"
          },
          new String[] {
            "ResumeRelations", "{'parties': ['US', 'CU'], 'on': '2015-07-20', 'reason': 'resumed',"
          },
          new String[] {
            "RecordTrip",
            "{'trip': 'tillerson-brussels-2017', 'traveller': 'tillerson-rex-w',"
                + " 'office': 'Secretary of State',"
                + " 'purpose': 'Attended the NATO Ministerial Meeting', 'stops': [{'country': 'BE',"
                + " 'countryName': 'Belgium', 'places': ['Brussels'],"
                + " 'dates': '2017-03-31'}],"
          });
  private final Ledger ledger;
  private final Window window;
  private final Page page;

  RoomWalksTest(Chromium chromium) throws IOException {
    this.ledger = Ledger.start(Map.of());
    try (InputStream sample = RoomWalksTest.class.getResourceAsStream("/sample/story.ndjson")) {
      ledger.http().bulk(new String(sample.readAllBytes(), UTF_8)).expect(200);
    }
    long last = 0;
    for (String[] each : FURTHER) {
      String fields = each[1].replace('\'', '"') + SOURCE + "}";
      last = ledger.http().command(each[0], fields).expect(201).position();
    }
    for (String list : List.of("trips", "relationships", "timeline", "search?q=nato")) {
      String more = list.contains("?") ? "&" : "?";
      ledger.http().get("/api/" + list + more + "minPosition=" + last).expect(200);
    }
    NewContextOptions options = new NewContextOptions().setViewportSize(1200, 900);
    this.window = chromium.open(ledger.http(), "/", options);
    this.page = window.page();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(window.wrong()).isEmpty();
  }

  @AfterAll
  void close() throws IOException {
    window.close();
    ledger.close();
  }

  /** How a walker follows links, fills fields and presses buttons. */
  private interface Walker {
    void follow(String link);

    void fill(String label, String text);

    void press(String button);
  }

  private Walker walker(String kind) {
    return kind.equals("keyboard") ? new Keyboard() : new Mouse();
  }

  private final class Mouse implements Walker {
    @Override
    public void follow(String link) {
      page.locator("main").getByRole(AriaRole.LINK, in(link)).first().click();
    }

    @Override
    public void fill(String label, String text) {
      page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
    }

    @Override
    public void press(String button) {
      page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }
  }

  /** Uses the Tab key, letters and Enter. */
  private final class Keyboard implements Walker {
    private static final String FOCUSED =
        "() => { const at = document.activeElement; return (at.getAttribute('aria-label')"
            + " ?? at.labels?.[0]?.innerText ?? at.innerText ?? '').trim(); }";

    private void to(String name) {
      StringBuilder passed = new StringBuilder();
      for (int tabs = 0; tabs < MOST_TABS; tabs++) {
        page.keyboard().press("Tab");
        String focused = (String) page.evaluate(FOCUSED);
        if (focused.equals(name)) {
          assertThat(page.evaluate("document.activeElement.matches(':focus-visible')"))
              .as("the focus is seen")
              .isEqualTo(true);
          return;
        }
        passed.append(focused).append(" | ");
      }
      throw new AssertionError("nothing called “%s” is reached: %s".formatted(name, passed));
    }

    @Override
    public void follow(String link) {
      to(link);
      page.keyboard().press("Enter");
    }

    @Override
    public void fill(String label, String text) {
      to(label);
      page.keyboard().press("ControlOrMeta+a");
      page.keyboard().type(text);
    }

    @Override
    public void press(String button) {
      to(button);
      page.keyboard().press("Enter");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mouse", "keyboard"})
  void aWordLeadsToATripItsEntryAndTheProofOfIt(String kind) {
    String vkey =
        ledger.http().get("/api/proofs/keys").expect(200).json().at("/keys/0/vkey").asString();
    Walker walker = walker(kind);
    window.at("/");
    walker.fill("Search names, places, topics, remarks", "NATO");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("q=NATO"));
    String trip = page.locator(".hits h3 a[href^='/trips/']").first().innerText();
    walker.follow(trip);
    page.waitForURL(url -> url.contains("/trips/tillerson-brussels-2017"));
    String entry = page.locator("table.records a.cite").first().getAttribute("aria-label");
    walker.follow(entry);
    page.waitForURL(url -> url.contains("/entries/"));
    walker.fill("The log’s verifier key", vkey);
    walker.press("Check the proof");
    page.locator(".proved > .holds").waitFor();
    assertThat(page.locator(".proved").innerText())
        .contains("Verified. %s stands".formatted(entry.replace("entry", "Entry")));
    shot("walk_proof_" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mouse", "keyboard"})
  void theUnitedStatesAndCubaAreSeenOverTimeAndOnADay(String kind) {
    Walker walker = walker(kind);
    window.at("/relationships");
    walker.follow("Cuba and United States");
    page.waitForURL(url -> url.contains("/relationships/"));
    assertThat(page.locator("svg.lanes a rect").count()).isGreaterThan(3);
    assertThat(page.locator("svg.lanes a").first().getAttribute("aria-label"))
        .startsWith("Diplomatic relations:");
    walker.fill("As it was on", "1970-01-01");
    walker.press("Show");
    page.waitForURL(url -> url.contains("on=1970-01-01"));
    assertThat(page.locator(".fields .state").first().innerText()).isEqualTo("severed");
    assertThat(page.locator(".shown").innerText()).contains("As it was on 1 January 1970");
    shot("walk_cuba_" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mouse", "keyboard"})
  void aMeetingIsAskedForAsItWasKnownBeforeItsCorrection(String kind) {
    Walker walker = walker(kind);
    window.at("/meetings/dunford-gerasimov-2017");
    assertThat(page.locator("h1").innerText()).contains("Baku").contains("16 February 2017");
    String corrected =
        page.locator("tr:has-text('Entry corrected') a.cite, tr:has-text('Baku') a.cite")
            .last()
            .innerText();
    long before =
        page.locator("table.records a.cite").allInnerTexts().stream()
            .mapToLong(Long::parseLong)
            .filter(each -> each < Long.parseLong(corrected))
            .max()
            .orElseThrow();
    walker.fill("As known at", "position:" + before);
    walker.press("Show");
    page.waitForURL(url -> url.contains("knownAt=position"));
    assertThat(page.locator("h1").innerText()).contains("15 February 2017").doesNotContain("Baku");
    assertThat(page.locator(".shown").innerText()).contains("Not as of now.");
    if (kind.equals("keyboard")) {
      new Keyboard().follow("Back to now");
    } else {
      page.getByRole(AriaRole.LINK, named("Back to now")).click();
    }
    page.waitForURL(url -> !url.contains("knownAt"));
    assertThat(page.locator("h1").innerText()).contains("Baku").contains("16 February 2017");
  }

  @Test
  void aSliderStepsThroughWhatWasKnownAndEveryStepHasItsAddress() {
    window.at("/meetings/dunford-gerasimov-2017");
    Locator slider = page.getByLabel("Entry that changed it");
    slider.focus();
    page.keyboard().press("ArrowLeft");
    page.waitForURL(url -> url.contains("knownAt=position"));
    page.getByText("Not as of now.").waitFor();
    page.keyboard().press("ArrowLeft");
    page.locator("h1:has-text('15 February 2017')").waitFor();
    String address = page.url();
    String title = page.locator("h1").innerText();
    shot("walk_scrub");
    page.navigate(address);
    assertThat(page.locator("h1").innerText()).isEqualTo(title);
    slider.focus();
    page.keyboard().press("End");
    page.locator("h1:has-text('16 February 2017')").waitFor();
    assertThat(page.url()).doesNotContain("knownAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mouse", "keyboard"})
  void february2017IsToldOverAgain(String kind) {
    Walker walker = walker(kind);
    window.at("/timeline");
    walker.fill("From", "2017-02");
    walker.fill("To", "2017-02");
    walker.press("Narrow");
    page.waitForURL(url -> url.contains("from=2017-02"));
    walker.follow("Replay this");
    page.waitForURL(url -> url.contains("/timeline/replay"));
    assertThat(page.locator("h1").innerText()).isEqualTo("Replay of February 2017");
    int all = page.locator("tr[data-day]").count();
    assertThat(all).isGreaterThan(5);
    page.getByLabel("Up to").focus();
    page.keyboard().press("Home");
    assertThat(page.locator("tr[data-day]:visible").count()).isZero();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("tr[data-day]:visible").count()).isEqualTo(1);
    page.locator("#speed").selectOption("365");
    if (kind.equals("keyboard")) {
      page.locator("#main").focus();
    }
    walker.press("Play");
    page.locator("tr[data-day]:visible").nth(all - 1).waitFor();
    page.getByRole(AriaRole.BUTTON, named("Play")).waitFor();
    shot("walk_replay_" + kind);
  }

  @Test
  void namesAreSuggestedWhileTheyAreTyped() {
    window.at("/");
    page.getByLabel("Search names, places, topics, remarks").pressSequentially("geras");
    page.locator("datalist option[value='Valery Gerasimov']")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.getByLabel("Search names, places, topics, remarks").pressSequentially(" \"");
  }
}
