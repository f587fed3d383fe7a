package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A server beside one of a later version, which has migrated the journal's tables and recorded what
 * this one has no word for: as in an upgrade of one server after the other.
 */
@Tag("slow")
class OlderServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A migration that adds, as all do, and an entry of a name to come. */
  private static final String LATER =
      """
      insert into journal_schema select max(installed_rank) + 1, '999', 'later', 'SQL',
        'V999__later.sql', 1, 'postgres', now(), 1, true from journal_schema;
      alter table head add column later bigint default 0 not null;
      alter table entry add column later text;
      create table later (n bigint);
      begin;
      insert into entry (position, id, subject, version, name, revision, recorded_at, ordinal,
          command_id, command, digest, recorded_by, sources, correlation, causation, payload)
        select 3, 'later', subject, 2, 'official.foretold', 1, clock_timestamp(), 0, 'later',
          command, digest, recorded_by, sources, correlation, causation, '{}'
        from entry where position = 1;
      update head set position = 3, recorded_at = (select max(recorded_at) from entry);
      commit
      """;

  private EmbeddedPostgres postgres;

  @BeforeEach
  void start() throws IOException {
    postgres = Postgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  private Ledger node() throws IOException {
    return Ledger.start(Postgres.shared(postgres));
  }

  private static Reply register(Ledger at, String official) {
    return at.http()
        .command(
            "RegisterOfficial", "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(official));
  }

  @Test
  void itGoesOnAndStartsAgainAndSaysWhatItCannotRead() throws IOException {
    try (Ledger running = node()) {
      register(running, "foretold").expect(201);
      register(running, "plain").expect(201);
      new JdbcTemplate(postgres.getPostgresDatabase()).execute(LATER);
      requireOpen(running, "beside");
    }
    try (Ledger started = node()) {
      requireOpen(started, "after");
    }
  }

  private static void requireOpen(Ledger ledger, String official) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> !ledger.http().get("/api/officials/foretold").header("Ledger-Behind").isEmpty());
    ledger.http().get("/actuator/health/readiness").expect(200);
    Reply made = register(ledger, official).expect(201);
    ledger
        .http()
        .get("/api/officials/%s?minPosition=%d".formatted(official, made.position()))
        .expect(200);
    Reply refused = register(ledger, "foretold");
    assertThat(refused.code()).isEqualTo("ENTRY_ILLEGIBLE");
    assertThat(ledger.http().get("/api/entries/3").expect(200).body())
        .contains("official.foretold");
  }
}
