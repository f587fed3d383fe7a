package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.command.Bulk;
import org.chancery.journal.Journal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("slow")
class ReplayVerbTest {

  @Test
  void whereNoServerRunsTheLedgerIsOpenedReplayedAndClosed(@TempDir Path data) {
    ServeVerb.open(data).close();
    Console console = Console.run("replay", "--data", data.toString());
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains("replay 1 of", "0 rows differ");
    Console again = Console.run("replay", "meeting", "--data", data.toString());
    assertThat(again.out()).contains("replay 2 of [meeting]");
    Console unknown = Console.run("replay", "gossip", "--data", data.toString());
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no read model 'gossip'");
  }

  @Test
  void aLedgerThatWasPutBackWithoutItsReadModelsIsReplayedWhole(@TempDir Path data)
      throws IOException {
    long head;
    try (ConfigurableApplicationContext ledger = ServeVerb.open(data)) {
      DemoVerb.tell(ledger.getBean(Bulk.class));
      head = ledger.getBean(Journal.class).refreshedHead().position();
    }
    Files.delete(data.resolve("views.mv.db"));
    Console console = Console.run("replay", "--data", data.toString());
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains("]: %d entries; 0 rows differ".formatted(head));
  }

  @Test
  void whereAServerRunsItReplaysAndItsDifferencesAreTold() throws IOException {
    try (Ledger ledger = Ledger.start(Map.of())) {
      long position =
          ledger.http().command("RegisterOfficial", "{\"name\": \"A\"}").expect(201).position();
      ledger.http().get("/api/officials?minPosition=" + position).expect(200);
      new JdbcTemplate(ledger.context().getBean(DataSource.class))
          .update("update official set attributes = '|spoilt|'");

      Console console = Console.run("replay", "official", "--data", ledger.data().toString());

      assertThat(console.code()).as(console.err()).isEqualTo(3);
      assertThat(console.out()).contains("1 rows differ", "|spoilt|");
      Console again = Console.run("replay", "official", "--data", ledger.data().toString());
      assertThat(again.code()).isZero();
      Console unknown = Console.run("replay", "gossip", "--data", ledger.data().toString());
      assertThat(unknown.code()).isEqualTo(2);
      assertThat(unknown.err()).contains("there is no read model 'gossip'");
    }
  }
}
