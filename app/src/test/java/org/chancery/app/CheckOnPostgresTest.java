package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.app.cli.ServerLocator;
import org.chancery.command.Bulk;
import org.chancery.journal.Journal;
import org.chancery.seal.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There a check sees what one transaction sees, and a statement that fails aborts it. */
@Tag("slow")
class CheckOnPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String URL = "chancery.journal.url";
  private static final String USER = "chancery.journal.user";

  @TempDir Path data;
  private EmbeddedPostgres postgres;
  private JdbcClient jdbc;

  @BeforeEach
  void tell() throws Exception {
    postgres = Postgres.start();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    System.setProperty(URL, postgres.getJdbcUrl("postgres", "postgres"));
    System.setProperty(USER, "postgres");
    try (ConfigurableApplicationContext server = ServeVerb.start(data, "127.0.0.1", 0, Map.of())) {
      DemoVerb.tell(server.getBean(Bulk.class));
      long head = server.getBean(Journal.class).refreshedHead().position();
      assertThat(server.getBean(Seal.class).await(head, PATIENCE)).isTrue();
      server.getBean(ServerLocator.class).line();
    }
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty(URL);
    System.clearProperty(USER);
    postgres.close();
  }

  private Console check() {
    return Console.run("check", "--data", data.toString());
  }

  @Test
  void aLedgerThatNobodyTouchedIsSound() {
    assertThat(check().out()).isEqualTo("sound\n");
  }

  @Test
  void anEntryThatWasChangedIsNamed() {
    jdbc.sql("update entry set recorded_by = 'forger' where position = 7").update();
    assertThat(check().out()).contains("position 7: leaf: is not the entry that was sealed");
  }

  @Test
  void anEntryThatTheDatabaseCannotReadIsNamedAlone() {
    jdbc.sql("alter table entry rename to entry_kept").update();
    jdbc.sql(
            "create view entry as select position, id, subject, version, name, revision,"
                + " recorded_at, ordinal, command_id, command, digest, recorded_by, authority,"
                + " rationale, sources, correlation, causation, case when position = 7"
                + " then (1 / (position - 7))::text else payload end as payload from entry_kept")
        .update();
    assertThat(check().out())
        .contains("position 7: unreadable: ", "\n2 faults\n")
        .contains("read-model: the read models cannot be checked: ")
        .doesNotContain("current transaction");
  }
}
