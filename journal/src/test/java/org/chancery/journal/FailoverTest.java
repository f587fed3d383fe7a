package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a journal whose PostgreSQL is lost, and whose standby takes over. */
@Tag("slow")
class FailoverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TIMEOUTS =
      "&connectTimeout=2&socketTimeout=5&loginTimeout=3&hostRecheckSeconds=1";
  private static final int CALLERS = 6;

  private final LongestPause pause = new LongestPause();

  private static PGSimpleDataSource source(PostgresPair pair) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(pair.url(TIMEOUTS));
    return source;
  }

  private static void hold(JournalParts journal, String key) {
    journal.engine().appendEvents(TestJournal.event(0, TestJournal.held(key), key));
  }

  @Test
  void whatWasAcknowledgedOutlastsAPrimaryWhoseStandbyIsWaitedFor() throws Exception {
    try (PostgresPair pair = PostgresPair.start(true);
        JournalParts journal = TestJournal.on(source(pair))) {
      Map<String, Long> acknowledged = new ConcurrentHashMap<>();
      AtomicBoolean done = new AtomicBoolean();
      try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
        for (int caller = 0; caller < CALLERS; caller++) {
          String name = "c" + caller;
          callers.execute(() -> holdUntil(done, journal, name, acknowledged));
        }
        await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
        pair.killPrimary();
        int before = acknowledged.size();
        pair.promote();
        await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 100);
        done.set(true);
      }

      Map<String, Long> kept = new ConcurrentHashMap<>();
      journal
          .journal()
          .after(0, Integer.MAX_VALUE)
          .forEach(entry -> kept.put(entry.subject().id(), entry.position()));
      System.out.printf(
          "%d were acknowledged, and none is lost; the longest pause was %d ms%n",
          acknowledged.size(), pause.longest().toMillis());
      assertThat(kept).containsAllEntriesOf(acknowledged);
      assertThat(pair.isStandbyWhole()).isTrue();
      assertThat(journal.stopped()).isNull();
    }
  }

  /** What is answered 503 is sent again, as the problem says. */
  private void holdUntil(
      AtomicBoolean done, JournalParts journal, String caller, Map<String, Long> acknowledged) {
    for (int n = 0; !done.get(); n++) {
      String key = caller + "-" + n;
      while (!acknowledged.containsKey(key) && !done.get()) {
        try {
          hold(journal, key);
        } catch (DuplicateCommandException stands) {
          // acknowledged below
        } catch (EventStoreException unconfirmed) {
          continue;
        }
        acknowledge(journal, key, acknowledged);
      }
    }
  }

  private void acknowledge(JournalParts journal, String key, Map<String, Long> acknowledged) {
    try {
      journal
          .journal()
          .ofCommand(new CommandKey("tester", key))
          .forEach(entry -> acknowledged.put(key, entry.position()));
      pause.end();
    } catch (DataAccessException unreached) {
      return; // it is sent again
    }
  }

  @Test
  void aJournalWhoseStandbyLackedEntriesStopsAndWritesNothingBeyondThem() throws Exception {
    try (PostgresPair pair = PostgresPair.start(false);
        JournalParts writing = TestJournal.on(source(pair));
        JournalParts idle = TestJournal.on(source(pair))) {
      hold(writing, "kept");
      await().atMost(PATIENCE).until(() -> rows(pair.standby()) == 1);
      pair.cutOffStandby();
      hold(writing, "lost-1");
      hold(writing, "lost-2");
      assertThat(idle.journal().refreshedHead().position()).isEqualTo(3);
      pair.killPrimary();
      pair.promote();

      for (int turn = 0; turn < 3; turn++) {
        assertThatExceptionOfType(JournalStoppedException.class)
            .isThrownBy(() -> hold(writing, "later"))
            .withMessageContaining("entries that were confirmed are lost")
            .withMessageContaining("position 2 on");
      }
      assertThat(rows(pair.standby())).isEqualTo(1);
      assertThat(writing.journal().head().position()).isEqualTo(1);
      assertThat(writing.journal().ofCommand(new CommandKey("tester", "later"))).isEmpty();
      assertThat(writing.journal().ofCommand(new CommandKey("tester", "lost-2"))).isEmpty();
      requireNoticed(idle);
      assertThat(pair.isStandbyWhole()).isTrue();
    }
  }

  /** Though it writes nothing. */
  private static void requireNoticed(JournalParts idle) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> idle.journal().refreshedHead().position() == 1);
    assertThat(idle.stopped()).hasMessageContaining("entries that were confirmed are lost");
  }

  private static long rows(JdbcClient tables) {
    return tables.sql("select count(*) from entry").query(Long.class).single();
  }
}
