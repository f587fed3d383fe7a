package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.security.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@Tag("slow")
class ShellProcessTest {
  private static final Pattern READY =
      Pattern.compile(
          "Chancery is ready at (http://127\\.0\\.0\\.1:\\d+) \\(journal position 0\\)");

  @TempDir Path data = Path.of("");

  @Test
  void theServerRefusesToListenBeyondThisMachineWhileReadsAreOpen() throws Exception {
    try (ShellProcess server = ShellProcess.serve(data, Map.of(), "--host", "0.0.0.0")) {
      assertThat(server.lines())
          .containsExactly(
              "chancery: refusing to listen on 0.0.0.0 while reads are open:"
                  + " set chancery.reads=token");
      assertThat(server.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void theServerRunsOnPostgresAsItsEnvironmentSays() throws Exception {
    try (EmbeddedPostgres postgres = Postgres.start();
        ShellProcess server = ShellProcess.serve(data, on(postgres))) {
      Matcher ready = READY.matcher(server.nextLine());
      assertThat(ready.matches()).isTrue();
      Http http = new Http(URI.create(ready.group(1)), Tokens.recorder(data));
      register(http, "united-states", "US");
      register(http, "russia", "RU");
      Walk.of(http, "walk-on-postgres");
      http.get("/api/meetings?place=%00").expectProblem(422, "INVALID_FIELDS");
    }
    assertThat(data.resolve("journal.mv.db")).doesNotExist();
    assertThat(ServerLocator.note(data)).doesNotExist();
  }

  @Test
  void aPostgresThatMayLoseWhatItConfirmedIsRefusedInOneLine() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ShellProcess server = ShellProcess.serve(data, on(postgres))) {
      assertThat(server.lines())
          .containsExactly(
              "chancery: the journal's PostgreSQL confirms what it may yet lose, for fsync is off:"
                  + " turn it on there");
      assertThat(server.exitCode()).isEqualTo(1);
    }
  }

  private static Map<String, String> on(EmbeddedPostgres postgres) {
    String url = postgres.getJdbcUrl("postgres", "postgres");
    return Map.of(
        "CHANCERY_JOURNAL_URL",
        url + "&currentSchema=journal",
        "CHANCERY_JOURNAL_USER",
        "postgres",
        "CHANCERY_VIEWS_URL",
        url + "&currentSchema=views",
        "CHANCERY_VIEWS_USER",
        "postgres");
  }

  private static void register(Http http, String party, String code) {
    http.command(
            "RegisterParty",
            """
            {"party": "%s", "name": "%s", "kind": "state", "codes": ["%s"]}
            """
                .formatted(party, party, code))
        .expect(201);
  }
}
