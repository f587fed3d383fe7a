package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedLedger.class)
class HostileRequestsTest {
  private static final long SEED = 20170216;
  private static final int REQUESTS = 500;

  private final Http http;

  HostileRequestsTest(Http http) {
    this.http = http;
  }

  @Test
  void noRequestHoweverHostileIsAnsweredWithMoreThanAProblem() throws IOException {
    HostileRequests requests = new HostileRequests(SEED, http.token());
    for (int n = 0; n < REQUESTS; n++) {
      expectNoFailure(requests.next());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/meetings/a%2Fb HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/meetings/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/meetings/a\\b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/meetings?place=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/parties/;a=b%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/meetings HTTP/1.1\r\n\r\n",
        "GET /api/meetings HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET\r\n\r\n",
      })
  void aRequestThatIsNoneIsToldSo(String request) throws IOException {
    try (Wire wire = new Wire(http.server())) {
      String head = wire.write(request).head();
      assertThat(head).as(request).containsPattern("^HTTP/1.1 (4\\d\\d|505)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health/x",
        "/actuator/health/x/y",
        "/actuator/health/liveness/x",
        "/webjars/swagger-ui/index.html",
        "/nothing"
      })
  void whatALibraryWouldAnswerOfItsOwnIsNotThere(String path) {
    http.get(path).expectProblem(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/journal", "/api/commands", "/checkpoint", "/api/nothing", "/"})
  void aPreflightIsAnsweredAsAnyQuestionForOptions(String path) throws IOException {
    String asked = "OPTIONS " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    String preflight = "Origin: http://evil.test\r\nAccess-Control-Request-Method: POST\r\n";
    try (Wire plain = new Wire(http.server());
        Wire before = new Wire(http.server())) {
      assertThat(allowed(before.write(asked + preflight + "\r\n").head()))
          .isEqualTo(allowed(plain.write(asked + "\r\n").head()));
    }
  }

  /** The status, and what is allowed. */
  private static List<String> allowed(String head) {
    return head.lines()
        .filter(line -> line.startsWith("HTTP/") || line.startsWith("Allow:"))
        .toList();
  }

  @Test
  void twoTokensAreOneTooMany() throws IOException {
    String token = "Authorization: Bearer " + http.token() + "\r\n";
    try (Wire wire = new Wire(http.server())) {
      String head =
          wire.write("GET /api/parties HTTP/1.1\r\nHost: localhost\r\n" + token + token + "\r\n")
              .head();
      assertThat(head).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void headersWithoutEndAreToldToBeTooLarge() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      String head =
          wire.write(
                  "GET /api/meetings HTTP/1.1\r\nHost: localhost\r\nX: "
                      + "x".repeat(20_000)
                      + "\r\n\r\n")
              .head();
      assertThat(head).containsPattern("^HTTP/1.1 4(00|31)").contains("application/problem+json");
    }
  }

  private void expectNoFailure(String request) throws IOException {
    try (Wire wire = new Wire(http.server())) {
      String head = wire.write(request).head().toLowerCase(Locale.ROOT);
      String status = head.substring(0, Math.min(head.length(), 12));
      assertThat(status).as(request).matches("http/1\\.1 ([1-4]\\d\\d|503)");
      if (status.endsWith("503") || status.charAt(9) == '4') {
        assertThat(head).as(request).contains("application/problem+json");
      }
    }
  }
}
