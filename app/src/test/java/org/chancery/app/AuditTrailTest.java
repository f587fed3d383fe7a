package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.app.cli.ServeVerb;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.security.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class AuditTrailTest {

  private static final String OFFICIAL =
      """
      {"name": "%s", "provenance": {"authority": "%s", "rationale": "%s", "sources":
      [{"title": "Gazette", "quote": "He said (50%%) \\"never\\"."}]}}
      """;

  @Test
  void entriesAreFoundByWhatIsSaidOfTheirOrigin() throws Exception {
    try (Ledger ledger = Ledger.start(Map.of())) {
      Http http = ledger.http();
      http.command(
              "RegisterOfficial", OFFICIAL.formatted("A", "=cabinet, \\\"first\\\"", "It is due"))
          .expect(201);
      http.command("RegisterOfficial", OFFICIAL.formatted("B", "Registry", "On request"))
          .expect(201);

      assertThat(total(http, "authority=Registry")).isEqualTo(1);
      http.get("/api/entries?authority=regis").expectProblem(422, "UNKNOWN_NAME");
      assertThat(total(http, "command=RegisterOfficial")).isEqualTo(2);
      assertThat(total(http, "commandId=nothing")).isZero();
      assertThat(total(http, "correlation=nothing")).isZero();
      assertThat(total(http, "text=REQUEST")).isEqualTo(1);
      assertThat(total(http, "text=said%20request")).isEqualTo(1);
      assertThat(total(http, "text=%2850%25%29%20%22never%22")).isEqualTo(2);
      assertThat(total(http, "text=Gazette")).isEqualTo(2);
      assertThat(total(http, "superseded=true")).isZero();
      assertThat(total(http, "superseded=false")).isEqualTo(2);

      String csv = http.get("/api/entries?format=csv").expect(200).body();
      assertThat(csv.lines().findFirst().orElseThrow())
          .startsWith("\"position\",\"id\",\"name\",\"revision\",");
      assertThat(csv).contains(",\"'=cabinet, \"\"first\"\"\",\"It is due\",").endsWith("\r\n");
    }
  }

  @Test
  void whoAskedForEntriesIsWrittenDownAndOutlivesARestart() throws Exception {
    Path data = Files.createTempDirectory("chancery");
    try (ConfigurableApplicationContext server = ServeVerb.start(data, "127.0.0.1", 0, Map.of())) {
      Http http = new Http(server.getBean(ServerLocator.class).address(), Tokens.recorder(data));
      http.command("RegisterOfficial", OFFICIAL.formatted("A", "Registry", "Due")).expect(201);
      http.get("/api/entries?text=due").expect(200);
      http.as("").get("/api/entries/7").expect(404);
      http.as("").get("/api/audit/reads").expectProblem(401, "UNAUTHENTICATED");
    }
    try (ConfigurableApplicationContext server = ServeVerb.start(data, "127.0.0.1", 0, Map.of())) {
      Http http = new Http(server.getBean(ServerLocator.class).address(), Tokens.recorder(data));
      JsonNode reads = http.get("/api/audit/reads?limit=2").expect(200).json();
      assertThat(reads.at("/items/0/read/who").asString()).isEqualTo("recorder");
      assertThat(reads.at("/items/0/read/query").asString()).isEqualTo("text=due");
      assertThat(reads.at("/items/0/read/entries").asInt()).isEqualTo(1);
      assertThat(reads.at("/items/1/read/who").asString()).isEqualTo("anonymous");
      assertThat(reads.at("/items/1/read/path").asString()).isEqualTo("/api/entries/7");
      assertThat(reads.at("/next").asInt()).isEqualTo(2);
      assertThat(http.get("/api/audit/reads?after=2").expect(200).json().path("items"))
          .isNotEmpty();
    }
    FileSystemUtils.deleteRecursively(data);
  }

  @Test
  void everyWayToReadEntriesIsWrittenDownAndAStreamAsItBegins() throws Exception {
    try (Ledger ledger = Ledger.start(Map.of("chancery.reads", "token"))) {
      Http http = ledger.http();
      http.command("RegisterOfficial", OFFICIAL.formatted("A", "Registry", "Due")).expect(201);
      http.command("RegisterParty", "{\"party\":\"a\",\"name\":\"A\",\"kind\":\"state\"}")
          .expect(201);
      http.command("RegisterParty", "{\"party\":\"b\",\"name\":\"B\",\"kind\":\"state\"}")
          .expect(201);
      http.get("/api/proofs/inclusion?position=3").expect(200);
      List<String> asked =
          List.of(
              "/api/exports",
              "/tile/entries/000.p/3",
              "/api/changes",
              "/api/relationships/a/b/explanation");
      asked.forEach(path -> http.get(path).expect(200));
      http.as("guess").get("/api/entries").expectProblem(401, "UNAUTHENTICATED");
      http.get("/api/parties").expect(200);
      try (Wire wire = new Wire(http.server())) {
        wire.write("GET /api/entries/stream HTTP/1.1\r\nHost: localhost\r\n");
        wire.write("Authorization: Bearer %s\r\n\r\n".formatted(http.token()));
        assertThat(wire.head()).contains(" 200");
        List<String> told = new ArrayList<>(List.of("recorder /api/proofs/inclusion 200"));
        asked.forEach(path -> told.add("recorder " + path + " 200"));
        told.add("anonymous /api/entries 401");
        told.add("recorder /api/entries/stream 200");
        assertThat(reads(http, told.size())).isEqualTo(told);
      }
    }
  }

  /** Without those of this question itself, once so many are written. */
  private static List<String> reads(Http http, int enough) throws InterruptedException {
    List<String> reads = List.of();
    for (int tries = 0; tries < 100 && reads.size() < enough; tries++) {
      Thread.sleep(50);
      reads =
          http.get("/api/audit/reads").expect(200).json().path("items").findValues("read").stream()
              .map(
                  read ->
                      "%s %s %d"
                          .formatted(
                              read.path("who").asString(),
                              read.path("path").asString(),
                              read.path("status").asInt()))
              .filter(read -> !read.contains("/api/audit/reads"))
              .toList();
    }
    return reads;
  }

  private static int total(Http http, String query) {
    return http.get("/api/entries?" + query).expect(200).json().path("total").asInt(-1);
  }
}
