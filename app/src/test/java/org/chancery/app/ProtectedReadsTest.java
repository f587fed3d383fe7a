package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ProtectedReadsTest {
  private Ledger ledger;

  @BeforeAll
  void startsWhereReadsNeedAToken() throws IOException {
    ledger = Ledger.start(Map.of("chancery.reads", "token"));
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties",
        "/api/swagger-ui/../parties",
        "/api/swagger-ui/%2e%2e/parties",
        "/api/openapi/../parties",
        "/actuator/prometheus",
        "/actuator/health/../prometheus",
        "/actuator/health/%2e%2e/prometheus",
        "/api/nothing"
      })
  void whoeverShowsNoTokenReadsNothing(String path) {
    ledger.http().as("").get(path).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void aVerbThatAsksNeedsATokenToo() throws IOException {
    String[] asked = {"ask", "status of US and RU", "--data", ledger.data().toString()};
    Console refused = Console.run(asked);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    Console shown =
        Console.run("show", "journal", "--data", asked[3], "--token", ledger.token("auditor"));
    assertThat(shown.code()).as(shown.err()).isZero();
  }

  @Test
  void whoeverLooksWithABrowserIsSentToSignInAndSeesThePageThen() throws IOException {
    Browsing browser = new Browsing(ledger.http());
    for (String path : List.of("/", "/parties?limit=1", "/entries", "/nothing")) {
      String address = browser.get(path).expect(303).header("Location");
      assertThat(address).isEqualTo("/sign-in?to=" + URLEncoder.encode(path, UTF_8));
      browser.get(address).expect(200);
    }
    browser.get("/api/parties").expectProblem(401, "UNAUTHENTICATED");
    ledger.http().as("").get("/parties").expectProblem(401, "UNAUTHENTICATED");
    ledger.http().as("guess").get("/parties", "Accept", "text/html").expect(401);
    ledger.http().as("").get("/room/style.css").expect(200);
    Browsing auditor = Browsing.as(ledger.http(), ledger.token("auditor"));
    assertThat(auditor.get("/parties?limit=1").expect(200).body()).startsWith("<!DOCTYPE html>");
    auditor.get("/api/parties").expect(200);
    auditor.get("/nothing").expect(404);
  }

  @Test
  void recorderAndAuditorRead() throws IOException {
    ledger.http().get("/api/parties").expect(200);
    ledger.http().as(ledger.token("auditor")).get("/api/parties").expect(200);
  }

  @Test
  void noCacheThatOthersShareKeepsWhatATokenOpened() {
    Http http = ledger.http();
    long first = http.command("RegisterOfficial", "{\"name\":\"A\"}").expect(201).position();
    http.get("/api/proofs/inclusion?position=" + first).expect(200);
    for (String tile : new String[] {"/tile/0/000.p/1", "/tile/entries/000.p/1"}) {
      String kept = http.get(tile).expect(200).header("Cache-Control");
      assertThat(kept).contains("private").contains("immutable").doesNotContain("public");
    }
  }

  @Test
  void aWatchdogNeedsNoneAndIsToldTheStatusAlone() throws IOException {
    for (String path : List.of("/actuator/health", "/actuator/health/readiness")) {
      JsonNode told = ledger.http().as("").get(path).expect(200).json();
      assertThat(told.path("status").asString()).isEqualTo("UP");
      assertThat(told.has("components")).isFalse();
      String auditor = ledger.token("auditor");
      JsonNode all = ledger.http().as(auditor).get(path).expect(200).json();
      assertThat(all.at("/components/projections/details").has("lag")).isTrue();
    }
  }

  @Test
  void thePageToTryTheApiIsOpenedWithoutATokenAndTakesOne() {
    Http nobody = ledger.http().as("");
    Reply page = nobody.get("/api/docs").expect(302);
    assertThat(nobody.get(page.header("Location")).expect(200).body()).contains("swagger-ui.css");
    nobody.get("/api/swagger-ui/swagger-initializer.js").expect(200);
    nobody.get("/api/openapi/swagger-config").expect(200);
    JsonNode document = nobody.get("/api/openapi").expect(200).json();
    assertThat(document.at("/components/securitySchemes/token/scheme").asString())
        .isEqualTo("bearer");
  }
}
