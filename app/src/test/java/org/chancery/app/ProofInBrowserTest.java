package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.chancery.app.Chromium.Window;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An entry's proof, checked by the script of its page, and the same when something is false. */
@ExtendWith({SharedLedger.class, Chromium.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ProofInBrowserTest {
  private static final String ENTRY = "/entries/31";
  private static final SigningKey WITNESS =
      SigningKey.generate("witness.example", KeyType.COSIGNATURE);
  private final Http http;
  private final Chromium chromium;
  private final String vkey;
  private final SigningKey imposter;

  ProofInBrowserTest(Http http, Chromium chromium) {
    this.http = http;
    this.chromium = chromium;
    JsonNode keys = http.get("/api/proofs/keys").expect(200).json();
    this.vkey = keys.at("/keys/0/vkey").asString();
    this.imposter = SigningKey.generate(keys.path("origin").asString(), KeyType.SIGNATURE);
  }

  private Window open() {
    return chromium.open(http, ENTRY, new NewContextOptions().setViewportSize(1200, 900));
  }

  private static String checked(Window window, String keys) {
    Page page = window.page();
    page.getByLabel("The log’s verifier key").fill(keys);
    page.getByRole(AriaRole.BUTTON, named("Check the proof")).click();
    return verdict(page);
  }

  private static String verdict(Page page) {
    page.locator(".proved > p").first().waitFor();
    return page.locator(".proved").innerText();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void anEntryIsProvedByTheKeyThatTheReaderGives() throws IOException {
    try (Window window = open()) {
      for (long position : List.of(1L, 2L, 40L, 31L)) {
        window.page().navigate("/entries/" + position);
        assertThat(checked(window, vkey))
            .contains("Content holds.")
            .contains("This page holds.")
            .contains("Path holds.")
            .contains("Signature holds.")
            .contains("Verified. Entry %d stands".formatted(position))
            .contains("Not shown by that: that what it says is true")
            .contains("no witness’s key was given")
            .doesNotContain("fails");
      }
      assertThat(window.page().evaluate("localStorage.length")).isEqualTo(0);
      window
          .page()
          .locator("section:has(> #proof)")
          .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/room/proof.png")));
      assertThat(window.breaches()).isEmpty();
      assertThat(window.wrong()).isEmpty();
    }
  }

  /** What is changed in which answer, and what is told of it. */
  private record Lie(String answer, UnaryOperator<String> change, String told) {}

  private List<Lie> lies() {
    return List.of(
        new Lie("/leaf", body -> body.replace("Syria", "Yemen"), "Content fails."),
        new Lie("/leaf", body -> otherwise(body, "(?<=salt\":\")."), "Content fails."),
        new Lie("/leaf", body -> body.replace(":\\\"entry.", ":\\\"other."), "This page fails."),
        new Lie("/leaf", body -> body.replace("version\\\":", "version\\\": "), "Form fails."),
        new Lie("", body -> body.replace("Syria", "Yemen"), "This page fails."),
        new Lie("", body -> body.replaceFirst("\"recordedBy\":\"", "$0x"), "This page fails."),
        new Lie("", body -> body.replaceFirst("\"recordedAt\":\"20", "$01"), "This page fails."),
        new Lie("/proof", body -> otherwise(body, "(?m)^\\S(?=\\S{42}=$)"), "Path fails."),
        new Lie("/proof", body -> body.replace("index 30", "index 29"), "Path fails."),
        new Lie("/proof", body -> body.replaceFirst("(?m)^\\S{43}=\\n", ""), "Path fails."),
        new Lie("/proof", body -> body.replaceFirst("\n\n(.+)\n", "\n\n$1.other\n"), "Signature"),
        new Lie("/proof", this::signedByAnother, "Signature fails."),
        new Lie("/proof", ProofInBrowserTest::ofAnotherRoot, "Path fails."));
  }

  /** One letter that is found is another one. */
  private static String otherwise(String body, String letter) {
    return Pattern.compile(letter)
        .matcher(body)
        .replaceFirst(found -> found.group().equals("0") ? "1" : "0");
  }

  private static String withNote(String proof, UnaryOperator<SignedNote> change) {
    int blank = proof.indexOf("\n\n") + 2;
    SignedNote note = SignedNote.parse(proof.substring(blank));
    return proof.substring(0, blank) + change.apply(note);
  }

  private String signedByAnother(String proof) {
    return withNote(
        proof, note -> new SignedNote(note.text(), List.of(imposter.sign(note.text()))));
  }

  private static String ofAnotherRoot(String proof) {
    return withNote(
        proof,
        note -> {
          Checkpoint tip = Checkpoint.parse(note.text());
          Hash other = Hash.fromBase64("A".repeat(43) + "=");
          String text = new Checkpoint(tip.origin(), tip.size(), other).text();
          return new SignedNote(text, note.signatures());
        });
  }

  private static void change(Page page, String answer, UnaryOperator<String> change) {
    page.route(
        url -> url.endsWith(answer),
        route -> {
          APIResponse told = route.fetch();
          String body = change.apply(told.text());
          route.fulfill(new Route.FulfillOptions().setResponse(told).setBody(body));
        });
  }

  @Test
  void whatIsChangedOnTheWayIsFound() {
    try (Window window = open()) {
      for (Lie lie : lies()) {
        String path = "/api" + ENTRY + lie.answer();
        String body = http.get(path).expect(200).body();
        assertThat(lie.change().apply(body)).as("what is told instead").isNotEqualTo(body);
        change(window.page(), path, lie.change());
        assertThat(checked(window, vkey))
            .contains(lie.told())
            .contains("Not verified.")
            .doesNotContain("Verified. Entry");
        window.page().unrouteAll();
      }
      assertThat(checked(window, vkey)).contains("Verified. Entry");
    }
  }

  @Test
  void aFalseKeyVerifiesNothing() {
    try (Window window = open()) {
      assertThat(checked(window, imposter.verifier().toString()))
          .contains("Path holds.")
          .contains("Signature fails.")
          .contains("Not verified.");
      assertThat(checked(window, vkey.replaceFirst("\\+.", "+0").replace("+00", "+10")))
          .contains("Could not be checked:")
          .doesNotContain("erified.");
      assertThat(checked(window, "none")).contains("is not a verifier key");
      assertThat(checked(window, vkey + "\n" + imposter.verifier())).contains("Verified. Entry");
    }
  }

  @Test
  void aPageThatShowsOtherWordsThanWereSealedIsFound() {
    try (Window window = open()) {
      change(window.page(), ENTRY, body -> body.replace("Syria", "Yemen"));
      change(window.page(), "/api" + ENTRY, body -> body);
      window.page().navigate(ENTRY);
      assertThat(checked(window, vkey))
          .contains("This page fails.")
          .contains("what stands on this page as recorded");
    }
  }

  @Test
  void aWitnessIsAskedForWhereItsKeyIsGiven() {
    String both = vkey + " " + WITNESS.verifier();
    try (Window window = open()) {
      assertThat(checked(window, both)).contains("Witness fails.").contains("Not verified.");
      Instant at = Instant.parse("2026-01-02T03:04:05Z");
      change(
          window.page(),
          ENTRY + "/proof",
          proof -> withNote(proof, note -> note.with(List.of(WITNESS.cosign(note.text(), at)))));
      assertThat(checked(window, both))
          .contains("The witness witness.example cosigned it at 2026-01-02T03:04:05.000Z.")
          .contains("but for what witness.example saw")
          .contains("Verified. Entry");
    }
  }

  @Test
  void aKeyIsKeptOnlyWhereTheReaderWantsItAndWithItWhatItSigned() {
    try (Window window = open()) {
      Page page = window.page();
      page.getByLabel("Keep it in this browser").check();
      assertThat(checked(window, vkey)).doesNotContain("Since before");
      http.command("RegisterOfficial", "{\"name\": \"Since\"}");
      page.navigate("/entries/2");
      assertThat(page.getByLabel("The log’s verifier key").inputValue()).isEqualTo(vkey);
      assertThat(checked(window, vkey)).contains("Since before holds.");
      page.evaluate(
          "() => { const kept = JSON.parse(localStorage.getItem('chancery.proof'));"
              + " kept.root = btoa('x'.repeat(32));"
              + " localStorage.setItem('chancery.proof', JSON.stringify(kept)); }");
      assertThat(checked(window, vkey)).contains("another history before").contains("Not verified");
      page.getByLabel("Keep it in this browser").uncheck();
      assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }
  }

  @Test
  void whatTheLedgerSaysOfItsOwnKeyIsToldAsSuch() {
    try (Window window = open()) {
      Page page = window.page();
      page.getByRole(AriaRole.BUTTON, named("Ask this ledger for its key")).click();
      assertThat(verdict(page)).contains("The ledger named its own key");
      page.getByRole(AriaRole.BUTTON, named("Check the proof")).click();
      page.getByText("Verified.").waitFor();
      assertThat(verdict(page)).contains("not who signed them");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object.defineProperty(window, 'isSecureContext', {value: false})",
        "crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))"
      })
  void aBrowserThatCannotCheckSaysWhoCan(String lack) {
    try (Window window = open()) {
      window.page().addInitScript(lack);
      window.page().navigate(ENTRY);
      assertThat(verdict(window.page()))
          .contains("This browser cannot check it here:")
          .contains("Verify.java");
      assertThat(window.page().getByLabel("The log’s verifier key").isVisible()).isFalse();
      assertThat(window.wrong()).isEmpty();
    }
  }

  @Test
  void whoRunsNoScriptsIsToldHowToVerify() {
    try (Window window =
        chromium.open(http, ENTRY, new NewContextOptions().setJavaScriptEnabled(false))) {
      assertThat(window.page().locator("section:has(> #proof)").innerText())
          .contains("java Verify.java ledger.export.jsonl --key VERIFIER-KEY")
          .doesNotContain("Check the proof");
    }
  }
}
