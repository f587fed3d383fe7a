package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.journal.LongestPause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger under load whose primaries are killed one after the other, with nobody to help. */
@Tag("nightly")
@Timeout(900)
class PatroniTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CALLERS = 4;
  private static final int KILLS = 2;
  private static final int ENOUGH = 50;

  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final LongestPause pause = new LongestPause();
  private final AtomicBoolean done = new AtomicBoolean();

  @BeforeEach
  void skipWhereProgramsAreMissing() {
    PatroniCluster.assumeInstalled();
  }

  @Test
  void whatWasAcknowledgedOutlastsEachPrimaryAndTheLedgerGoesOnByItself() throws Exception {
    try (PatroniCluster cluster = new PatroniCluster()) {
      cluster.admin("postgres").sql("create database journal").update();
      Map<String, Object> settings =
          Map.of(
              "chancery.journal.url",
              cluster.url("journal"),
              "chancery.journal.user",
              "postgres",
              "chancery.journal.password",
              PatroniCluster.PASSWORD);
      try (Ledger ledger = Ledger.start(settings);
          ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
        try {
          for (int caller = 0; caller < CALLERS; caller++) {
            String name = "c" + caller;
            callers.execute(() -> registerUntilDone(ledger.http(), name));
          }
          awaitMore();
          killInTurn(cluster);
        } finally {
          done.set(true);
        }
      }
      requireNothingLost(cluster.admin("journal"));
    }
  }

  private void awaitMore() {
    int before = acknowledged.size();
    await().atMost(PATIENCE).until(() -> acknowledged.size() > before + ENOUGH);
  }

  private void killInTurn(PatroniCluster cluster) throws IOException {
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      String killed = cluster.killPrimary();
      awaitMore();
      System.out.printf(
          "%s was killed after %d acknowledgements; the longest pause so far was %d ms%n",
          killed, before, pause.longest().toMillis());
      cluster.restart(killed);
      cluster.awaitStandbys();
    }
  }

  /** What brings no answer, or is answered 503, is sent again with its key. */
  private void registerUntilDone(Http http, String caller) {
    for (int n = 0; !done.get(); n++) {
      String key = caller + "-" + n;
      while (!acknowledged.containsKey(key) && !done.get()) {
        register(http, key);
      }
    }
  }

  private void register(Http http, String key) {
    try {
      Reply reply =
          http.command(
              "RegisterOfficial",
              "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(key),
              "Idempotency-Key",
              key);
      if (reply.status() == 201 || reply.status() == 200) {
        acknowledged.put(key, reply.json().at("/entries/0/position").asLong());
        pause.end();
      }
    } catch (RuntimeException unanswered) {
      return; // it is sent again
    }
  }

  private void requireNothingLost(JdbcClient journal) {
    Map<String, Long> kept = new ConcurrentHashMap<>();
    RowCallbackHandler keep = row -> kept.put(row.getString(1), row.getLong(2));
    journal.sql("select command_id, position from entry").query(keep);
    System.out.printf(
        "%d were acknowledged, and none is lost; the longest pause was %d ms%n",
        acknowledged.size(), pause.longest().toMillis());
    assertThat(kept).containsAllEntriesOf(acknowledged);
    Postgres.requireGapless(journal);
  }
}
