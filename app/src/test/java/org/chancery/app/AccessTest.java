package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.app.security.AccessRole;
import org.chancery.app.security.AccessRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, at the real server, for all that it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class AccessTest {
  private static final String TOY = "toy.endpoint";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<Integer> REFUSED = Set.of(401, 403);

  private Ledger ledger;
  private HttpClient client;

  /** What somebody adds without a thought of who may. */
  @RestController
  @ConditionalOnProperty(TOY)
  static class Toy {
    @GetMapping("/toy")
    String read() {
      return "secret";
    }

    @PostMapping("/api/toys")
    String write() {
      return "done";
    }
  }

  /** What is asked for, as a rule sees it. */
  record Operation(String method, String path) implements Comparable<Operation> {

    static Operation of(String method, String template) {
      String path = template.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1");
      return new Operation(method.toUpperCase(Locale.ROOT), path);
    }

    AccessRole least() {
      return AccessRule.least(method, PathContainer.parsePath(path))
          .orElseThrow(() -> new AssertionError("no rule says who may " + this));
    }

    boolean isOfTheToy() {
      return path.contains("/toy");
    }

    @Override
    public int compareTo(Operation other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void startsWhereReadsNeedAToken() throws IOException {
    ledger = Ledger.start(Map.of("chancery.reads", "token", TOY, "true"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  void stops() throws IOException {
    client.close();
    ledger.close();
  }

  @Test
  void everyOperationIsAnsweredToWhomTheRulesSay() throws Exception {
    Map<String, String> tokens = new TreeMap<>();
    tokens.put("nobody", "");
    tokens.put("auditor", ledger.token("auditor"));
    tokens.put("recorder", ledger.token("recorder"));
    tokens.put("wrong", "guess");
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> told = new TreeMap<>();
    for (Operation each : operations()) {
      for (Map.Entry<String, String> who : tokens.entrySet()) {
        String asked = each + " by " + who.getKey();
        expected.put(asked, expected(who.getKey(), each.least()));
        told.put(asked, told(status(each, who.getValue())));
      }
    }
    assertThat(told).isEqualTo(expected).hasSizeGreaterThan(200);
  }

  /** Documented, listed at the root, or neither. */
  private Set<Operation> operations() {
    Set<Operation> all = new TreeSet<>();
    JsonNode paths = ledger.http().get("/api/openapi").expect(200).json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> all.add(Operation.of(method, path.getKey()))));
    JsonNode root = ledger.http().get("/api").expect(200).json();
    root.path("resources").forEach(path -> all.add(Operation.of("GET", path.asString())));
    ledger.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(AccessTest::operations)
        .forEach(all::add);
    assertThat(all.removeIf(Operation::isOfTheToy)).isTrue();
    return all;
  }

  private static Stream<Operation> operations(RequestMappingInfo info) {
    assertThat(info.getMethodsCondition().getMethods()).as(info.toString()).isNotEmpty();
    return info.getMethodsCondition().getMethods().stream()
        .flatMap(
            method ->
                info.getPatternValues().stream().map(path -> Operation.of(method.name(), path)));
  }

  private static String expected(String who, AccessRole least) {
    return switch (who) {
      case "nobody" -> least == AccessRole.ANYBODY ? "answered" : "401";
      case "auditor" -> least.compareTo(AccessRole.AUDITOR) <= 0 ? "answered" : "403";
      case "recorder" -> "answered";
      default -> "401";
    };
  }

  private static String told(int status) {
    return REFUSED.contains(status) ? Integer.toString(status) : "answered";
  }

  /** Reads no body, for some never end. */
  private int status(Operation asked, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ledger.http().server() + asked.path()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                asked.method(),
                asked.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("[]"));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  @Test
  void whatNoRuleNamesIsRefusedToAll() throws IOException {
    assertThatThrownBy(() -> Operation.of("GET", "/toy").least()).hasMessageContaining("no rule");
    for (String token : new String[] {ledger.token("recorder"), ledger.token("auditor")}) {
      Http http = ledger.http().as(token);
      http.get("/toy").expectProblem(403, "NOT_ALLOWED");
      http.post("/api/toys", "{}").expectProblem(403, "NOT_ALLOWED");
    }
    ledger.http().as("").get("/toy").expectProblem(401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /nothing,                404, 404",
    "GET,    //api/parties,           404, 404",
    "GET,    /api//parties,           404, 404",
    "GET,    /api/parties;x=y,        200, 200",
    "GET,    /%61pi/parties,          200, 200",
    "GET,    /api/parties/%C3%A9,     404, 404",
    "GET,    /api/parties/a;b=%2e%2e, 404, 404",
    "DELETE, /api/parties,            405, 403",
    "POST,   /api/parties,            405, 403",
    "POST,   /nothing,                404, 403",
    "BREW,   /api/parties,            405, 403"
  })
  void whatIsNotThereIsToldToWhomMayAsk(String method, String path, int recorder, int auditor)
      throws Exception {
    Operation asked = new Operation(method, path);
    assertThat(status(asked, ledger.token("recorder"))).isEqualTo(recorder);
    assertThat(status(asked, ledger.token("auditor"))).isEqualTo(auditor);
    assertThat(status(asked, "")).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"Bearer %s, 200", "bearer   %s, 200", "%s, 200", "Bearer, 401", "Basic dTpw, 401"})
  void theSchemeIsReadAsItWasBefore(String header, int status) throws IOException {
    Reply reply =
        ledger
            .http()
            .as("")
            .get("/api/parties", "Authorization", header.replace("%s", ledger.token("auditor")))
            .expect(status);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : "");
  }
}
