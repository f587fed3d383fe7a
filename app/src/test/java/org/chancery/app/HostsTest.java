package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site that gets its name to point here (DNS rebinding) reads nothing. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class HostsTest {
  private final Http http;

  HostsTest(Http http) {
    this.http = http;
  }

  private static String head(Http http, String request) throws IOException {
    try (Wire wire = new Wire(http.server())) {
      return wire.write(request).head();
    }
  }

  private static String asked(Http http, String path, String host) throws IOException {
    return head(http, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings",
        "/api/nothing",
        "/checkpoint",
        "/actuator/health",
        "/actuator/prometheus",
        "/api/docs",
        "/api/commands/RegisterOfficial",
        "/api/parties/;a=b%zz"
      })
  void nothingIsReadByTheNameOfAnotherSite(String path) throws IOException {
    String head = asked(http, path, "evil.example");
    assertThat(head).contains(" 421").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8080",
        "evil.localhost.example",
        "192.0.2.1",
        "[2001:db8::1]:8080",
        "0x7f000001",
        "2130706433",
        "10.1"
      })
  void aNameThatOnlyLooksLikeThisMachineIsAnothers(String host) throws IOException {
    assertThat(asked(http, "/api/journal", host))
        .doesNotContain(" 200")
        .containsPattern(" 4(00|21)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:1",
        "localhost.",
        "127.0.0.1",
        "127.1.2.3:8080",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]"
      })
  void thisMachineAnswersByItsOwnNames(String host) throws IOException {
    assertThat(asked(http, "/api/journal", host)).contains(" 200");
  }

  @Test
  void theRefusalIsAProblemThatSaysHowAHostIsAllowed() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write("GET /api/journal HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      wire.head();
      assertThat(wire.line()).contains("WRONG_HOST").contains("chancery.hosts").contains("421");
    }
  }

  /** The host of a target in absolute form stands above the header (RFC 9112, 3.2.2). */
  @Test
  void aTargetThatNamesAnotherHostIsRefusedToo() throws IOException {
    String head =
        head(http, "GET http://evil.example/api/journal HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(head).containsPattern(" 4(00|21)");
    head = head(http, "GET http://evil.example/api/journal HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assertThat(head).contains(" 421");
  }

  /** As the checks of some load balancers do, and no browser. */
  @Test
  void whoNamesNoHostAtAllIsAnsweredWhereHttpAllowsIt() throws IOException {
    assertThat(head(http, "GET /actuator/health HTTP/1.0\r\n\r\n")).contains(" 200");
    assertThat(head(http, "GET /actuator/health HTTP/1.0\r\nHost: evil.example\r\n\r\n"))
        .contains(" 421");
    assertThat(head(http, "GET /actuator/health HTTP/1.1\r\n\r\n")).contains(" 400");
  }

  @Test
  void aHostThatIsSetAnswersToItsNameAndNoOther() throws IOException {
    try (Ledger ledger =
        Ledger.start(Map.of("chancery.hosts", "Ledger.example, archive.example"))) {
      Http named = ledger.http();
      assertThat(asked(named, "/api/journal", "ledger.example:443")).contains(" 200");
      assertThat(asked(named, "/api/journal", "archive.example.")).contains(" 200");
      assertThat(asked(named, "/api/journal", "localhost")).contains(" 200");
      assertThat(asked(named, "/api/journal", "other.example")).contains(" 421");
    }
  }
}
