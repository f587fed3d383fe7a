package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom an issuer vouches for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class IssuedTokensTest {
  private static final String OFFICIAL = "{\"name\": \"A\"}";

  private Issuer issuer;
  private Ledger ledger;

  @BeforeAll
  void starts() throws IOException {
    issuer = new Issuer(0);
    ledger = ledgerOf(issuer.address());
  }

  private static Ledger ledgerOf(String issuer) throws IOException {
    return Ledger.start(
        Map.of(
            "chancery.reads",
            "token",
            "chancery.oidc.issuer",
            issuer,
            "chancery.oidc.audience",
            Issuer.AUDIENCE));
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
    issuer.close();
  }

  private Http as(String token) {
    return ledger.http().as(token);
  }

  @Test
  void whomTheIssuerNamesRecordsAndStandsInTheEntry() throws Exception {
    Http ada = as(issuer.token(claims -> {}));
    long position = ada.command("RegisterOfficial", OFFICIAL).expect(201).position();
    assertThat(ada.get("/api/entries/" + position).expect(200).body())
        .contains("\"recordedBy\":\"127.0.0.1:%d/ada\"".formatted(issuer.port()));
    assertThat(issuer.keysAsked).hasValue(1);
  }

  @Test
  void whoPastesATokenIsSignedInUntilItExpires() throws Exception {
    Instant expires = Instant.now().plus(Duration.ofSeconds(6)).truncatedTo(ChronoUnit.SECONDS);
    String token = issuer.token(claims -> claims.expirationTime(Date.from(expires)));
    Browsing ada = Browsing.as(ledger.http(), token);
    String signedIn = "/ada</strong>";
    assertThat(ada.get("/sign-in").expect(200).body()).contains(signedIn);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (ada.get("/sign-in").body().contains(signedIn) && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(Instant.now()).isAfterOrEqualTo(expires);
    ada.get("/desk").expect(303);
  }

  @Test
  void theTokensOfTheFolderGoOn() throws IOException {
    ledger.http().command("RegisterOfficial", OFFICIAL).expect(201);
    as(ledger.token("auditor")).post("/api/commands/RegisterOfficial", "{}").expect(403);
    as("guess").get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
    as("").get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @CsvSource({"'', 403", "reader, 403", "recorder, 415", "reader recorder, 415"})
  void withoutItsRoleNobodyRecords(String roles, int status) throws Exception {
    for (Object claim : new Object[] {roles, List.of(roles.split(" "))}) {
      Http http = as(issuer.token(claims -> claims.claim("roles", claim)));
      http.get("/api/parties").expect(200);
      assertThat(http.send("POST", "/api/commands/RegisterOfficial", "x", "text/plain").status())
          .isEqualTo(status);
    }
    Http without = as(issuer.token(claims -> claims.claim("roles", null)));
    without.get("/api/parties").expect(200);
    without.post("/api/commands/RegisterOfficial", "{}").expectProblem(403, "NOT_ALLOWED");
  }

  private void refused(String token) {
    Reply reply = as(token).get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    as(token).post("/api/commands/RegisterOfficial", "{}").expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void whatTheIssuerDidNotSignIsRefused() throws Exception {
    RSAKey other = Issuer.key();
    refused(
        Issuer.signed(JWSAlgorithm.RS256, new RSASSASigner(other), issuer.claims(claims -> {})));
    String good = issuer.token(claims -> {});
    String forged = good.split("\\.", -1)[0] + "." + encoded(good) + "." + good.split("\\.", -1)[2];
    refused(forged);
    refused(new PlainJWT(issuer.claims(claims -> {})).serialize());
  }

  private static String encoded(String token) {
    String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(claims.replace("ada", "eve").getBytes(UTF_8));
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws Exception {
    for (byte[] secret :
        new byte[][] {
          issuer.key.toRSAPublicKey().getEncoded(),
          issuer.key.toPublicJWK().toJSONString().getBytes(UTF_8)
        }) {
      refused(
          Issuer.signed(JWSAlgorithm.HS256, new MACSigner(secret), issuer.claims(claims -> {})));
    }
  }

  @Test
  void whatIsMeantForOthersOrForAnotherTimeIsRefused() throws Exception {
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    Date future = Date.from(Instant.now().plus(Duration.ofMinutes(5)));
    refused(issuer.token(claims -> claims.expirationTime(past)));
    refused(issuer.token(claims -> claims.expirationTime(null)));
    refused(issuer.token(claims -> claims.notBeforeTime(future)));
    refused(issuer.token(claims -> claims.audience("another")));
    refused(issuer.token(claims -> claims.audience((String) null)));
    refused(issuer.token(claims -> claims.issuer("https://issuer.example")));
    refused(issuer.token(claims -> claims.issuer(null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " ada",
        "a/b",
        "/",
        "a\nb",
        "a\u0000",
        "\u202eada",
        "\u2028",
        "ada\u00a0",
        "\u3000ada",
        "a\u0308da"
      })
  void aNameThatIsNoneIsRefused(String name) throws Exception {
    refused(issuer.token(claims -> claims.subject(name)));
  }

  @Test
  void whoeverIsNotNamedOrWithoutEndIsRefused() throws Exception {
    refused(issuer.token(claims -> claims.subject(null)));
    refused(issuer.token(claims -> claims.subject("x".repeat(120))));
  }

  @Test
  void aNameOfTheIssuersIsNeverThatOfATokenFile() throws Exception {
    Http recorder = as(issuer.token(claims -> claims.subject("recorder").claim("roles", null)));
    recorder.post("/api/commands/RegisterOfficial", "{}").expectProblem(403, "NOT_ALLOWED");
    recorder.get("/api/entries").expect(200);
    Http auditor = as(issuer.token(claims -> claims.subject("auditor")));
    assertThat(auditor.command("RegisterOfficial", OFFICIAL).expect(201).status()).isEqualTo(201);
    assertThat(ledger.http().get("/api/entries").expect(200).body())
        .contains(":%d/auditor\"".formatted(issuer.port()))
        .doesNotContain("\"recordedBy\":\"auditor\"");
  }

  @Test
  void aLedgerStartsWithoutItsIssuerAndAsksItLater() throws Exception {
    int port;
    String token;
    try (Issuer gone = new Issuer(0)) {
      port = gone.port();
      token = gone.token(claims -> {});
    }
    try (Ledger alone = ledgerOf("http://127.0.0.1:" + port)) {
      alone.http().get("/api/parties").expect(200);
      alone.http().as(token).get("/api/parties").expectProblem(503, "ISSUER_UNAVAILABLE");
      alone.http().as("guess").get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
      try (Issuer back = new Issuer(port)) {
        alone.http().as(back.token(claims -> {})).get("/api/parties").expect(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuer.example,   '',       go together",
    "'',                       chancery, go together",
    "http://issuer.example,    chancery, an https address",
    "https://issuer.example?x, chancery, an https address",
    "no address,               chancery, an https address"
  })
  void settingsThatTrustTooMuchAreRefused(
      String address, String audience, String told, @TempDir Path data) {
    Map<String, Object> settings =
        Map.of("chancery.oidc.issuer", address, "chancery.oidc.audience", audience);
    assertThatThrownBy(() -> Ledger.start(data, settings)).rootCause().hasMessageContaining(told);
  }
}
