package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends slowly waits alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@Tag("slow")
class SlowBodiesTest {
  private static final int MANY = 260;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration HEAD = Duration.ofSeconds(3);

  private Ledger ledger;

  @BeforeAll
  void starts() throws IOException {
    ledger =
        Ledger.start(Map.of("chancery.body-wait", "2s", "server.tomcat.connection-timeout", HEAD));
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
  }

  private Wire begin(String token, String type) throws IOException {
    return beginAs("Authorization: Bearer " + token + "\r\n", type);
  }

  private Wire beginAs(String authorization, String type) throws IOException {
    String path = type.endsWith("json") && type.contains("nd") ? "" : "/RegisterOfficial";
    return new Wire(ledger.http().server())
        .write(
            "POST /api/commands%s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(path, authorization)
                + "Content-Type: %s\r\nContent-Length: 100000\r\n\r\n{".formatted(type));
  }

  private void expectQuickAnswers() {
    Instant asked = Instant.now();
    ledger.http().get("/api/journal").expect(200);
    ledger.http().command("RegisterOfficial", "{\"name\": \"Quick\"}").expect(201);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", ""})
  void slowBodiesWithoutATokenHoldUpNobody(String token) throws IOException {
    holdUp(token.isEmpty() ? ledger.token("recorder") : token);
  }

  private void holdUp(String token) throws IOException {
    List<Wire> wires = new ArrayList<>();
    try {
      for (int n = 0; n < MANY; n++) {
        wires.add(begin(token, "application/json"));
      }
      expectQuickAnswers();
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer wrong\r\n", "Authorization:\r\n", ""})
  void whoShowsNoTokenIsRefusedBeforeTheBodyIsRead(String authorization) throws IOException {
    Instant asked = Instant.now();
    try (Wire wire = beginAs(authorization, "application/json")) {
      assertThat(wire.head()).contains(" 401");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
      wire.line();
      assertThat(wire.line()).as("the connection is closed").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /api/jour", "GET /api/journal HTTP/1.1\r\nHost: localhost\r\nX"})
  void whoNeverEndsTheHeadIsNotWaitedFor(String begun) throws IOException {
    Instant asked = Instant.now();
    try (Wire wire = new Wire(ledger.http().server()).write(begun)) {
      assertThat(wire.head()).doesNotContain(" 200").doesNotContain(" 5");
      assertThat(wire.rest()).doesNotContain("java.");
    }
    assertThat(Duration.between(asked, Instant.now())).isLessThan(HEAD.plus(SOON));
  }

  @Test
  void aBodyThatComesTooSlowlyIsRefusedInTheEnd() throws IOException, InterruptedException {
    try (Wire wire = begin(ledger.token("recorder"), "application/json")) {
      for (int n = 0; n < 8; n++) {
        wire.write(" ");
        Thread.sleep(400);
      }
      assertThat(wire.head()).contains(" 408").contains("application/problem+json");
    }
  }

  @Test
  void aBodyThatStopsComingIsRefusedInTheEnd() throws IOException {
    Instant asked = Instant.now();
    try (Wire wire = begin(ledger.token("recorder"), "application/json")) {
      assertThat(wire.head()).contains(" 408").contains("application/problem+json");
    }
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aLongBodyIsGivenTheTimeThatItTakes() throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 12; n++) {
      lines
          .append(
              "{\"command\":\"RegisterOfficial\",\"name\":\"%s%d\","
                  .formatted("n".repeat(3_000), n))
          .append("\"provenance\":{\"sources\":[{\"title\":\"t\"}]}}\n");
    }
    String body = lines.toString();
    int part = body.length() / 12;
    try (Wire wire =
        new Wire(ledger.http().server())
            .write(
                "POST /api/commands HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + ledger.token("recorder")
                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n")) {
      for (int n = 0; n < 12; n++) {
        wire.write(body.substring(n * part, n == 11 ? body.length() : (n + 1) * part));
        Thread.sleep(300);
      }
      assertThat(wire.head()).contains(" 200");
      String answers = "";
      for (int n = 0; n < 60 && !answers.contains("\"line\":12"); n++) {
        answers = wire.line();
      }
      assertThat(answers).contains("\"line\":12,\"status\":201");
    }
  }
}
