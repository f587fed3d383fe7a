package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chancery.app.config.LedgerApplication;
import org.chancery.journal.Journal;
import org.chancery.readmodel.ReadModels;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger opened in this process, whose read models have caught up with its journal. */
final class OpenLedger implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ConfigurableApplicationContext context;
  private final Path data;

  private OpenLedger(ConfigurableApplicationContext context, Path data) {
    this.context = context;
    this.data = data;
  }

  static OpenLedger on(Path data) throws InterruptedException {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerApplication.class)
            .logStartupInfo(false)
            .run("--server.port=0", "--chancery.data=" + data.toAbsolutePath());
    long head = context.getBean(Journal.class).refreshedHead().position();
    boolean caughtUp = context.getBean(ReadModels.class).await(head, PATIENCE);
    assertThat(caughtUp).as("the read models reach position %d", head).isTrue();
    return new OpenLedger(context, data);
  }

  /** One whose read models are built anew, from a copy of the journal alone. */
  static OpenLedger rebuilt(Path data, Path into) throws IOException, InterruptedException {
    Files.copy(data.resolve("journal.mv.db"), into.resolve("journal.mv.db"));
    return on(into);
  }

  Client client() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return new Client(URI.create("http://127.0.0.1:" + port), data);
  }

  @Override
  public void close() {
    context.close();
  }
}
