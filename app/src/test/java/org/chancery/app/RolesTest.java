package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server does its part of the work, says what it leaves to others, and never does it by half. */
@Tag("slow")
class RolesTest {
  private static final String READY = "/actuator/health/readiness";
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Ledger commands;
  private static Ledger queries;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.start();
    commands = node("command");
    queries = node("query");
    commands.tellExamples().forEach(told -> assertThat(told.status()).isIn(200, 201));
  }

  @AfterAll
  static void stop() throws Exception {
    queries.close();
    commands.close();
    postgres.close();
  }

  private static Map<String, Object> settings(String role) {
    return new TreeMap<>(
        Map.of(
            "chancery.role",
            role,
            "chancery.journal.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres"));
  }

  private static Ledger node(String role) throws Exception {
    return Ledger.start(folder.resolve(role), settings(role));
  }

  private static Console run(String role, String... verb) {
    Map<String, Object> settings = settings(role);
    settings.forEach((name, value) -> System.setProperty(name, value.toString()));
    try {
      return Console.run(verb);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static long head() {
    return commands.http().get("/api/journal").expect(200).json().path("position").asLong();
  }

  @Test
  void whatACommandNodeRecordsAQueryNodeAnswers() {
    Reply recorded =
        commands.http().command("RegisterOfficial", "{\"name\": \"Somebody New\"}").expect(201);
    queries
        .http()
        .get(recorded.header("Location") + "?minPosition=" + recorded.position())
        .expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parties",
        "/api/meetings/bonn-2017-us-ru",
        "/api/timeline",
        "/api/search?q=bonn",
        "/api/changes",
        "/api/calendar",
        "/api/admin/replays",
        "/api/admin/parked",
        "/api/entries?subject=/api/parties/RU",
        "/api/entries?superseded=true",
        "/api/exports?party=RU"
      })
  void aCommandNodeSaysThatItKeepsNoReadModels(String path) {
    Reply refused = commands.http().get(path).expectProblem(421, "NOT_HERE");
    assertThat(refused.json().path("detail").asString()).contains("chancery.role=command");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/journal",
        "/api/entries",
        "/api/entries/1",
        "/api/entries?format=csv",
        "/api/entries?format=atom",
        "/api/entries?format=cloudevents",
        "/api/entries?subject=/api/meetings/bonn-2017-us-ru",
        "/api/points",
        "/api/openapi",
        "/api/proofs/keys",
        "/api/entries/1/proof",
        "/checkpoint",
        "/api/exports",
        "/api/audit/reads"
      })
  void aCommandNodeAnswersOfTheJournal(String path) {
    commands.http().get(path).expect(200);
  }

  @Test
  void aCommandNodeTellsWhichEntriesStandNoMore() {
    Reply made = commands.http().command("RegisterOfficial", "{\"name\": \"Wrong\"}").expect(201);
    String entry = "/api/entries/" + made.position();
    assertThat(commands.http().get(entry).json().path("supersededBy").isNull()).isTrue();
    Reply retracted =
        commands
            .http()
            .command(
                "RetractEntry", "{\"entry\": %d, \"reason\": \"x\"}".formatted(made.position()))
            .expect(201);
    assertThat(commands.http().get(entry).json().path("supersededBy").asLong())
        .isEqualTo(retracted.position());
  }

  @Test
  void aDryRunOnACommandNodeTellsTheSameAnswersAsElsewhere() {
    String fields =
        "{\"meeting\": \"dry\", \"format\": \"bilateral\", \"parties\": [\"US\", \"RU\"],"
            + " \"scheduledFor\": \"2017\", \"provenance\": {\"sources\": [{\"title\": \"x\"}]}}";
    Reply dry = commands.http().post("/api/commands/ScheduleMeeting?dryRun=true", fields);
    assertThat(dry.expect(200).json().path("answers").size()).isGreaterThan(1);
    assertThat(dry.json().path("warnings").path(0).path("code").asString())
        .isEqualTo("NOT_COMPARED");
  }

  @Test
  void aQueryNodeTakesNoCommands() {
    long before = head();
    for (String path : new String[] {"/api/commands/RegisterOfficial", "/api/commands"}) {
      String type = path.endsWith("s") ? "application/x-ndjson" : "application/json";
      Reply refused = queries.http().send("POST", path, "{\"name\": \"X\"}", type);
      refused.expectProblem(421, "NOT_HERE");
      assertThat(refused.json().path("detail").asString()).contains("chancery.role=query");
    }
    queries.http().get("/desk").expectProblem(421, "NOT_HERE");
    queries.http().as("").post("/api/commands/RegisterOfficial", "{}").expect(401);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aBrowserIsToldByAPage() {
    Reply page = commands.http().get("/meetings", "Accept", "text/html").expect(421);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("chancery.role=command");
    assertThat(queries.http().get("/", "Accept", "text/html").expect(200).body()).contains("<main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=bonn",
        "/timeline",
        "/timeline/replay",
        "/changes",
        "/audit",
        "/entries",
        "/entries/1",
        "/meetings",
        "/meetings/bonn-2017-us-ru",
        "/meetings/bonn-2017-us-ru/explanation",
        "/relationships/US/RU",
        "/parties/russia",
        "/sign-in"
      })
  void aQueryNodeHasEveryPageButTheDesk(String path) {
    queries.http().get(path, "Accept", "text/html").expect(200);
  }

  @Test
  void whoHasNoKeysOfTheLogSaysSo() throws Exception {
    queries.http().get("/api/proofs/keys").expectProblem(421, "NOT_HERE");
    queries.http().get("/api/exports").expectProblem(421, "NOT_HERE");
    queries.http().get("/api/entries/1/proof").expect(200);
    Path shared = Files.createDirectories(folder.resolve("published"));
    Files.copy(folder.resolve("command/keys/log-01.vkey"), shared.resolve("log-01.vkey"));
    Map<String, Object> settings = settings("query");
    settings.put("chancery.seal.keys", shared);
    try (Ledger knowing = Ledger.start(folder.resolve("knowing"), settings)) {
      assertThat(knowing.http().get("/api/proofs/keys").expect(200).json())
          .isEqualTo(commands.http().get("/api/proofs/keys").json());
      assertThat(knowing.http().get("/audit", "Accept", "text/html").body())
          .contains("signing")
          .doesNotContain("retired");
      knowing.http().get("/api/exports").expectProblem(421, "NOT_HERE");
    }
  }

  @Test
  void whatIsNowhereIsNowhereHere() {
    commands.http().get("/api/nothing").expectProblem(404, "NOT_FOUND");
    queries.http().get("/api/nothing").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void theRootListsWhatIsThere() {
    assertThat(commands.http().get("/api").body())
        .contains("/api/entries/{position}")
        .doesNotContain("/api/meetings");
  }

  @Test
  void bothAreReadyForTheirPart() {
    commands.http().get(READY).expect(200);
    commands.http().get("/actuator/health").expect(200);
    queries.http().get(READY).expect(200);
    queries.http().get("/actuator/health").expect(200);
    String measured = commands.http().get("/actuator/prometheus").expect(200).body();
    assertThat(measured)
        .contains("chancery_journal_position")
        .doesNotContain("chancery_projection_lag", "chancery_search_lag");
  }

  @Test
  void aCommandNodeKeepsNoReadModelsOnTheDisk() throws Exception {
    try (var files = Files.list(folder.resolve("command"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("recorder.token", "keys")
          .doesNotContain("views.mv.db", "search");
    }
    assertThat(folder.resolve("query").resolve("keys")).doesNotExist();
  }

  @Test
  void verbsKeepToTheRole() throws Exception {
    Path lines = folder.resolve("commands.ndjson");
    Files.writeString(
        lines,
        "{\"command\":\"RegisterOfficial\",\"name\":\"By Import\","
            + "\"provenance\":{\"sources\":[{\"title\":\"a list\"}]}}\n");
    String there = folder.resolve("verbs").toString();
    String report = folder.resolve("report").toString();
    Console refused = run("query", "import", "commands", lines + "", "--data", there);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("chancery.role=query takes no commands");
    for (String verb : new String[] {"replay", "show /api/parties", "search x"}) {
      Console asked = run("command", (verb + " --data " + there).split(" "));
      assertThat(asked.code()).as(verb + asked.err()).isEqualTo(2);
      assertThat(asked.err()).contains("chancery.role=command keeps no read models");
    }
    assertThat(run("query", "demo", "--data", there).code()).isEqualTo(2);
    Console unsigned = run("query", "export", folder.resolve("out") + "", "--data", there);
    assertThat(unsigned.code()).isEqualTo(1);
    assertThat(unsigned.err()).contains("no keys of the log");
    long before = head();
    Console into =
        run(
            "command",
            "import",
            "commands",
            lines + "",
            "--report",
            report,
            "--data",
            folder.resolve("command").toString());
    assertThat(into.code()).as(into.err() + into.out()).isZero();
    assertThat(head()).isEqualTo(before + 1);
    Console checked = run("command", "check", "--data", folder.resolve("command").toString());
    assertThat(checked.out()).contains("this server keeps no read models", "sound");
    Console whole =
        run(
            "query",
            "check",
            "--data",
            folder.resolve("query").toString(),
            "--key",
            commands.http().get("/api/proofs/keys").json().at("/keys/0/vkey").asString());
    assertThat(whole.out()).contains("sound");
  }

  @Test
  void onH2OneServerDoesAll() {
    System.setProperty("chancery.role", "query");
    try {
      Console refused = Console.run("serve", "--port", "0", "--data", folder + "/h2");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("chancery.role=query needs a journal on PostgreSQL");
      assertThat(folder.resolve("h2")).doesNotExist();
    } finally {
      System.clearProperty("chancery.role");
    }
  }
}
