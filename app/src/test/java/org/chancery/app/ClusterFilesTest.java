package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docker/cluster.yml and docker/haproxy.cfg say, done without Docker. */
@Timeout(300)
@Tag("slow")
class ClusterFilesTest {
  private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> LEDGERS = List.of("command1", "command2", "query1", "query2");

  @TempDir Path folder;
  private final Compose compose;

  ClusterFilesTest() throws IOException {
    this.compose = Compose.read("docker/cluster.yml", Map.of());
  }

  private static void assumeHaproxy() {
    assumeThat(HAPROXY).as("haproxy is not installed: apt-get install haproxy").isExecutable();
  }

  private String config() throws IOException {
    return Files.readString(compose.folder().resolve("docker/haproxy.cfg"));
  }

  @Test
  void eachServerHasItsRoleItsNameAndAFolderOfItsOwnAndAllHaveTheSameTokens() {
    for (String ledger : LEDGERS) {
      Map<String, String> told = compose.environment(ledger);
      assertThat(Compose.boundNames()).containsAll(told.keySet());
      assertThat(told)
          .containsEntry("CHANCERY_NODE", ledger)
          .containsEntry("CHANCERY_ROLE", ledger.replaceAll("\\d", ""))
          .containsEntry("CHANCERY_READS", "token");
      assertThat(compose.service(ledger).path("volumes").toString())
          .contains("\"" + ledger + ":/data\"", "recorder.token", "auditor.token");
      assertThat(told.containsKey("CHANCERY_SEAL_KEYS")).isEqualTo(ledger.startsWith("command"));
    }
  }

  @Test
  void theProxyKnowsEachServerAndIsReachedFromThisMachineAlone() throws IOException {
    for (String server : List.of("postgres1", "postgres2", "postgres3")) {
      assertThat(config()).contains("server %1$s %1$s:5432 check port 8008".formatted(server));
      assertThat(compose.service(server).isMissingNode()).isFalse();
    }
    for (String ledger : LEDGERS) {
      assertThat(config()).contains("server %1$s %1$s:8080".formatted(ledger));
    }
    assertThat(compose.service("proxy").path("ports").toString())
        .isEqualTo("[\"127.0.0.1:8080:8080\"]");
  }

  @Test
  void theProxyTakesItsConfiguration() throws Exception {
    assumeHaproxy();
    Process check =
        new ProcessBuilder(
                HAPROXY.toString(), "-c", "-f", compose.folder().resolve("docker/haproxy.cfg") + "")
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("WARNING");
  }

  @Test
  void eachRequestComesToAServerThatAnswersIt() throws Exception {
    assumeHaproxy();
    try (EmbeddedPostgres postgres = Postgres.start();
        Ledger commands = node(postgres, "command");
        Ledger questions = node(postgres, "query")) {
      int port = freePort();
      Process proxy = proxy(port, commands, questions);
      try {
        Http http = new Http(URI.create("http://127.0.0.1:" + port), commands.token("recorder"));
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(
                () ->
                    http.get("/api/parties").status() == 200
                        && http.get("/api/proofs/keys").status() == 200);
        requireServed(http);
      } finally {
        proxy.destroy();
        assertThat(proxy.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private Ledger node(EmbeddedPostgres postgres, String role) throws IOException {
    Path data = Files.createDirectory(folder.resolve(role));
    Files.writeString(data.resolve("recorder.token"), "the-same-for-all-of-them-0123456789");
    return Ledger.start(
        data,
        Map.of(
            "chancery.role",
            role,
            "chancery.node",
            role,
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** But for addresses and ports; of each two servers one is not there. */
  private Process proxy(int port, Ledger commands, Ledger questions) throws IOException {
    String here =
        config()
            .replace("bind :8080", "bind 127.0.0.1:" + port)
            .replace("bind :5432", "bind 127.0.0.1:" + freePort())
            .replace("command1:8080", commands.http().server().getAuthority())
            .replace("query1:8080", questions.http().server().getAuthority())
            .replaceAll("(command2|query2|postgres\\d):(8080|5432)", "127.0.0.1:" + freePort());
    Path file = Files.writeString(folder.resolve("haproxy.cfg"), here);
    return new ProcessBuilder(HAPROXY.toString(), "-db", "-f", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("haproxy.log").toFile())
        .start();
  }

  private static void requireServed(Http http) {
    Reply made = http.command("RegisterOfficial", "{\"name\": \"Somebody\"}").expect(201);
    assertThat(made.header("Ledger-Node")).isEqualTo("command");
    String line =
        "{\"command\":\"RegisterOfficial\",\"name\":\"Next\","
            + "\"provenance\":{\"sources\":[{\"title\":\"a list\"}]}}\n";
    assertThat(http.bulk(line).expect(200).header("Ledger-Node")).isEqualTo("command");
    Reply asked = http.get(made.header("Location") + "?minPosition=" + made.position()).expect(200);
    assertThat(asked.header("Ledger-Node")).isEqualTo("query");
    for (String path : http.get("/api/openapi").expect(200).json().path("paths").propertyNames()) {
      String filled = path.replaceAll("\\{[^}]*}", "1");
      if (!filled.contains("/stream") && !filled.startsWith("/api/commands")) {
        assertThat(http.get(filled).status()).as(filled).isNotEqualTo(421);
      }
    }
    assertThat(http.get("/api/exports").expect(200).body()).contains("Somebody");
    http.get("/checkpoint").expect(200);
    assertThat(http.get("/", "Accept", "text/html").expect(200).body()).contains("<main");
  }
}
