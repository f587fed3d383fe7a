package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Path;
import java.util.Map;
import org.chancery.app.config.NodeInLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A server that has a name says it wherever somebody may ask which one it was. */
@Tag("slow")
class NodeNameTest {
  private static final String HEADER = "Ledger-Node";
  @TempDir Path folder;

  @Test
  void itIsInAnswersMetersAndTheLog() throws Exception {
    try (Ledger ledger =
        Ledger.start(folder.resolve("named"), Map.of("chancery.node", "vienna-1"))) {
      Http http = ledger.http();
      assertThat(http.get("/api/parties").expect(200).header(HEADER)).isEqualTo("vienna-1");
      assertThat(http.get("/api/parties?limit=0").expect(422).header(HEADER)).isEqualTo("vienna-1");
      assertThat(http.get("/nowhere").expect(404).header(HEADER)).isEqualTo("vienna-1");
      assertThat(http.as("").post("/api/commands/X", "{}").expect(401).header(HEADER))
          .isEqualTo("vienna-1");
      assertThat(http.get("/").expect(200).header(HEADER)).isEqualTo("vienna-1");
      assertThat(http.get("/actuator/prometheus").expect(200).body())
          .contains("chancery_projection_lag{node=\"vienna-1\"}")
          .contains("jvm_threads_live_threads{node=\"vienna-1\"}");
      Logger logger = (Logger) LoggerFactory.getLogger("org.chancery.Test");
      ILoggingEvent line = new LoggingEvent("", logger, Level.INFO, "said", null, null);
      assertThat(new NodeInLog().convert(line)).isEqualTo("vienna-1 ");
    }
  }

  @Test
  void aLedgerAloneNamesNone() throws Exception {
    try (Ledger ledger = Ledger.start(folder.resolve("alone"), Map.of())) {
      assertThat(ledger.http().get("/api/parties").expect(200).header(HEADER)).isEmpty();
      assertThat(ledger.http().get("/actuator/prometheus").expect(200).body())
          .doesNotContain("node=");
    }
  }

  @Test
  void whatIsNoNameIsMisuse() {
    System.setProperty("chancery.node", "two words\n");
    try {
      Console refused = Console.run("serve", "--port", "0", "--data", folder + "/none");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("chancery.node is a name of at most 63");
    } finally {
      System.clearProperty("chancery.node");
    }
  }
}
