package org.chancery.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who sign in at an issuer, by authorization code with PKCE. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class LoginAtIssuerTest {
  private static final String CLIENT = "the-ledger";
  private static final String SECRET = "a secret";
  private static final String BEGIN = "/sign-in/with/issuer?to=";

  private Issuer issuer;
  private Ledger ledger;

  @BeforeAll
  void starts() throws IOException {
    issuer = new Issuer(0);
    ledger = ledgerOf(issuer.address());
  }

  private static Ledger ledgerOf(String address) throws IOException {
    return Ledger.start(
        Map.of(
            "chancery.reads", "token",
            "chancery.oidc.issuer", address,
            "chancery.oidc.client-id", CLIENT,
            "chancery.oidc.client-secret", SECRET));
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
    issuer.close();
  }

  /** What an address asks. */
  private static Map<String, String> asked(String address) {
    Map<String, String> all = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return all;
  }

  private static String told(Map<String, String> all, String name) {
    return requireNonNull(all.get(name), name);
  }

  private static Date before(Duration time) {
    return Date.from(Instant.now().minus(time));
  }

  /** Begins a login; the issuer would be asked so. */
  private Map<String, String> begun(Browsing browser, String to) {
    String address = browser.get(BEGIN + to).expect(302).header("Location");
    assertThat(address).startsWith(issuer.address() + "/authorize?");
    return asked(address);
  }

  /** Makes the issuer vouch, and leads back. */
  private Reply back(
      Browsing browser, Map<String, String> asked, Consumer<JWTClaimsSet.Builder> but)
      throws Exception {
    issuer.given.set(
        issuer.token(
            claims -> {
              claims
                  .audience(CLIENT)
                  .claim("nonce", told(asked, "nonce"))
                  .issueTime(before(Duration.ZERO));
              but.accept(claims);
            }));
    return browser.get("/sign-in/back?code=the-code&state=" + encoded(told(asked, "state")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Test
  void thePageToSignInOnLeadsToTheIssuerByItsName() {
    Browsing browser = new Browsing(ledger.http());
    assertThat(browser.get("/sign-in?to=/meetings").expect(200).body())
        .contains("href=\"/sign-in/with/issuer?to=/meetings\">Sign in at 127.0.0.1</a>");
  }

  @Test
  void whoComesBackIsSignedInAndGoesOn() throws Exception {
    Browsing ada = new Browsing(ledger.http());
    Map<String, String> asked = begun(ada, "/desk");
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", CLIENT)
        .containsEntry("scope", "openid")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", ledger.http().server() + "/sign-in/back")
        .containsKeys("state", "nonce", "code_challenge");
    Reply between = back(ada, asked, claims -> {}).expect(200);
    assertThat(between.body()).contains("content=\"0; url=/desk\"").contains("href=\"/desk\"");
    Map<String, String> redeemed = asked("http://x/?" + issuer.redeemed.get());
    assertThat(redeemed).containsEntry("code", "the-code").doesNotContainKey("client_secret");
    byte[] verifier = told(redeemed, "code_verifier").getBytes(US_ASCII);
    assertThat(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier)))
        .isEqualTo(asked.get("code_challenge"));
    assertThat(issuer.shown.get()).startsWith("Basic ");
    assertThat(ada.get("/sign-in").expect(200).body()).contains(":%d/ada".formatted(issuer.port()));
    ada.get("/desk").expect(200);
  }

  @Test
  void theCookieOfASessionIsAsEverAndThatOfALoginServesOneTry() throws Exception {
    Browsing ada = new Browsing(ledger.http());
    Reply leading = ada.get(BEGIN + "/").expect(302);
    assertThat(leading.header("Set-Cookie"))
        .startsWith("chancery-login=")
        .contains("Path=/sign-in", "HttpOnly", "SameSite=Lax", "Max-Age=600");
    assertThat(ada.cookies()).extracting(HttpCookie::getName).containsExactly("chancery-login");
    Map<String, String> asked = asked(leading.header("Location"));
    Reply between = back(ada, asked, claims -> {}).expect(200);
    assertThat(between.response().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("chancery=") && cookie.contains("SameSite=Strict"))
        .anyMatch(cookie -> cookie.startsWith("chancery-login=;"));
    Browsing again = new Browsing(ledger.http());
    refused(again, again.get("/sign-in/back?code=the-code&state=" + encoded(told(asked, "state"))));
  }

  private static void refused(Browsing browser, Reply reply) {
    assertThat(reply.expect(303).header("Location")).contains("refused=login");
    assertThat(browser.get("/sign-in?refused=login").expect(200).body())
        .contains("The issuer did not let you in")
        .contains("name=\"token\"");
    browser.get("/meetings").expect(303);
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws Exception {
    Browsing browser = new Browsing(ledger.http());
    Map<String, String> asked = new HashMap<>(begun(browser, "/"));
    asked.put("state", "another");
    refused(browser, back(browser, asked, claims -> {}));
  }

  @Test
  void aTokenForAnotherLoginIsRefused() throws Exception {
    for (Object nonce : new Object[] {"another", 7, ""}) {
      Browsing browser = new Browsing(ledger.http());
      refused(browser, back(browser, begun(browser, "/"), claims -> claims.claim("nonce", nonce)));
    }
    Browsing browser = new Browsing(ledger.http());
    refused(browser, back(browser, begun(browser, "/"), claims -> claims.claim("nonce", null)));
  }

  @Test
  void aTokenForAnotherClientOrOfAnotherIssuerOrTimeIsRefused() throws Exception {
    List<Consumer<JWTClaimsSet.Builder>> wrong =
        List.of(
            claims -> claims.audience("another"),
            claims -> claims.issuer("https://issuer.example"),
            claims ->
                claims
                    .issueTime(before(Duration.ofMinutes(10)))
                    .expirationTime(before(Duration.ofMinutes(5))),
            claims -> claims.subject(null),
            claims -> claims.subject("a/b"));
    for (Consumer<JWTClaimsSet.Builder> each : wrong) {
      Browsing browser = new Browsing(ledger.http());
      refused(browser, back(browser, begun(browser, "/"), each));
    }
  }

  @Test
  void whoWasNotLetInByTheIssuerIsTold() {
    Browsing browser = new Browsing(ledger.http());
    Map<String, String> asked = begun(browser, "/");
    refused(
        browser,
        browser.get("/sign-in/back?error=access_denied&state=" + encoded(told(asked, "state"))));
  }

  @Test
  void aCookieThatIsNotTheLedgersIsNone() throws Exception {
    Browsing browser = new Browsing(ledger.http());
    Map<String, String> asked = begun(browser, "/");
    HttpCookie kept = browser.cookies().getFirst();
    String[] parts = kept.getValue().split("\\.", 2);
    String text = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
    kept.setValue(
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.replace("\"to\":\"/\"", "\"to\":\"//x\"").getBytes(UTF_8))
            + "."
            + parts[1]);
    refused(browser, back(browser, asked, claims -> {}));
  }

  @Test
  void withoutItsRoleNobodyRecords() throws Exception {
    Browsing reader = new Browsing(ledger.http());
    back(reader, begun(reader, "/"), claims -> claims.claim("roles", null)).expect(200);
    reader.get("/meetings").expect(200);
    reader.get("/desk").expect(403);
    assertThat(reader.get("/sign-in").expect(200).body()).contains("who reads.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example"})
  void nobodyIsLedElsewhere(String to) throws Exception {
    Browsing browser = new Browsing(ledger.http());
    Map<String, String> asked = begun(browser, encoded(to));
    assertThat(back(browser, asked, claims -> {}).expect(200).body())
        .contains("content=\"0; url=/\"")
        .doesNotContain("evil");
  }

  @Test
  void aTokenOfTheIssuersIsNoneForProgramsWhereNoAudienceIsSet() throws Exception {
    ledger
        .http()
        .as(issuer.token(claims -> claims.audience(CLIENT)))
        .get("/api/parties")
        .expectProblem(401, "UNAUTHENTICATED");
    ledger.http().get("/api/parties").expect(200);
  }

  @Test
  void aLedgerStartsWithoutItsIssuerAndAsksItLater() throws Exception {
    int port;
    try (Issuer gone = new Issuer(0)) {
      port = gone.port();
    }
    try (Ledger alone = ledgerOf("http://127.0.0.1:" + port)) {
      Browsing browser = new Browsing(alone.http());
      assertThat(browser.get(BEGIN + "/").expect(303).header("Location")).contains("refused=login");
      try (Issuer back = new Issuer(port)) {
        assertThat(browser.get(BEGIN + "/").expect(302).header("Location"))
            .startsWith(back.address());
      }
    }
  }

  @Test
  void whereItIsNotSetNothingIsOffered() throws IOException {
    try (Ledger plain = Ledger.start(Map.of())) {
      Browsing browser = new Browsing(plain.http());
      assertThat(browser.get("/sign-in").expect(200).body()).doesNotContain("/sign-in/with");
      browser.get(BEGIN + "/").expect(404);
      browser.get("/sign-in/back?code=x&state=y").expect(404);
    }
  }

  @Test
  void aClientOfNoIssuerIsRefused(@TempDir Path data) {
    assertThatThrownBy(() -> Ledger.start(data, Map.of("chancery.oidc.client-id", CLIENT)))
        .rootCause()
        .hasMessageContaining("go together");
  }
}
