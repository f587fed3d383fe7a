package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL journal has one server, wherever its data folder is. */
@Tag("slow")
class OneServerTest {
  private static final String URL = "chancery.journal.url";
  private static final String USER = "chancery.journal.user";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private EmbeddedPostgres postgres;
  private JdbcClient jdbc;

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.start();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    System.setProperty(URL, postgres.getJdbcUrl("postgres", "postgres"));
    System.setProperty(USER, "postgres");
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty(URL);
    System.clearProperty(USER);
    postgres.close();
  }

  private long entries() {
    return jdbc.sql("select count(*) from entry").query(Long.class).single();
  }

  private Console run(String verb) {
    return Console.run((verb + " --data " + folder.resolve("elsewhere")).split(" "));
  }

  @Test
  void whileAServerRunsNobodyElsewhereWritesOrFollowsBesideIt() throws Exception {
    Path commands = folder.resolve("commands.ndjson");
    Files.writeString(commands, "{\"command\":\"RegisterOfficial\",\"name\":\"Second\"}\n");
    Path data = Files.createDirectory(folder.resolve("data"));
    try (Ledger ledger = Ledger.start(data, Map.of())) {
      ledger.http().command("RegisterOfficial", "{\"name\": \"First\"}").expect(201);

      for (String verb :
          new String[] {
            "import commands " + commands + " --report " + folder.resolve("report"),
            "replay",
            "serve --port 0"
          }) {
        Console refused = run(verb);
        assertThat(refused.code()).as(verb + refused.err()).isEqualTo(2);
        assertThat(refused.err())
            .contains("works on this journal already", "--server URL")
            .doesNotContain("\tat ");
      }
      assertThat(entries()).isEqualTo(1);
      assertThat(Console.run("check", "--data", data.toString()).out()).contains("sound");

      loseTheLock();
      await().atMost(PATIENCE).until(() -> locks() == 1);
      ledger.http().command("RegisterOfficial", "{\"name\": \"Third\"}").expect(201);
    }
    Console other = run("serve --port 0");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("it was sealed as chancery.invalid/", "there are no keys in");
    assertThat(folder.resolve("elsewhere").resolve("keys")).doesNotExist();
  }

  private void loseTheLock() {
    jdbc.sql(
            "select count(pg_terminate_backend(pid)) from pg_locks"
                + " where locktype = 'advisory' and granted")
        .query(Long.class)
        .single();
  }

  private long locks() {
    return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and granted")
        .query(Long.class)
        .single();
  }
}
