package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class HealthTest {
  private static final String READY = "/actuator/health/readiness";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Ledger ledger;
  private final Http http;

  HealthTest(Ledger ledger) {
    this.ledger = ledger;
    this.http = ledger.http();
  }

  @Test
  void theLedgerIsReadyWhileItsReadModelsFollow() {
    assertThat(http.as("").get(READY).expect(200).json().path("status").asString()).isEqualTo("UP");
    http.as("").get("/actuator/health/liveness").expect(200);
  }

  /** The table is taken away, as a broken disk would. */
  @Test
  void theLedgerIsNotReadyWhileAProjectionFailsAndIsAgainAfterwards() throws Exception {
    JdbcTemplate views = new JdbcTemplate(ledger.context().getBean(DataSource.class));
    views.execute("alter table official rename to official_away");
    long position;
    try {
      position = http.command("RegisterOfficial", "{\"name\": \"Late\"}").expect(201).position();
      await(503);
    } finally {
      views.execute("alter table official_away rename to official");
    }
    await(200);
    http.get("/api/officials?minPosition=" + position).expect(200);
  }

  private void await(int status) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (http.get(READY).status() != status && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    http.get(READY).expect(status);
  }

  @Test
  void whatIsWorthWatchingIsMeasured() {
    http.command("RegisterOfficial", "{\"name\": \"Counted\"}").expect(201);
    assertThat(http.get("/actuator/prometheus").expect(200).body())
        .contains("chancery_journal_entries_total")
        .contains("chancery_journal_append_seconds_bucket")
        .contains("chancery_projection_batch_seconds_bucket")
        .contains("chancery_projection_lag");
  }
}
