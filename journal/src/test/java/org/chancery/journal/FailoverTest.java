package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
      requireWhole(pair);
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

  private static void requireWhole(PostgresPair pair) {
    JdbcClient tables = pair.standby();
    long head = tables.sql("select position from head").query(Long.class).single();
    assertThat(tables.sql("select count(*) from entry").query(Long.class).single()).isEqualTo(head);
    assertThat(tables.sql("select max(position) from entry").query(Long.class).single())
        .isEqualTo(head);
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
      requireWhole(pair);
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

  /**
   * The commit that waits for the standby is cut short: it stands on the primary, and there alone.
   */
  @Test
  void whatIsNotReplicatedIsNeitherShownNorAcknowledged() throws Exception {
    try (PostgresPair pair = PostgresPair.start(true);
        JournalParts journal = TestJournal.on(source(pair));
        JournalParts reader = TestJournal.on(source(pair))) {
      hold(journal, "kept");
      assertThat(reader.journal().refreshedHead().position()).isEqualTo(1);
      pair.cutOffStandby();
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> hold(journal, "doubtful"));
      cutShortTheWait(pair);
      await().atMost(PATIENCE).until(() -> rows(pair.primary()) == 2);

      assertThat(reader.journal().refreshedHead().position()).isEqualTo(1);
      assertThat(journal.journal().refreshedHead().position()).isEqualTo(1);
      assertThat(journal.journal().at(2)).isEmpty();
      assertThat(waiting).isNotCompletedExceptionally().isNotDone();

      pair.killPrimary();
      pair.promote();
      await().atMost(PATIENCE).until(() -> isHeld(journal, "next"));
      assertThat(journal.journal().after(0, 10)).extracting(Entry::position).startsWith(1L, 2L);
      requireWhole(pair);
      assertThat(journal.stopped()).isNull();
    }
  }

  private static void cutShortTheWait(PostgresPair pair) {
    await()
        .atMost(PATIENCE)
        .pollInterval(50, TimeUnit.MILLISECONDS)
        .until(
            () ->
                pair.primary()
                        .sql(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where wait_event = 'SyncRep'")
                        .query(Long.class)
                        .single()
                    > 0);
  }

  private static boolean isHeld(JournalParts journal, String key) {
    try {
      hold(journal, key);
      return true;
    } catch (DuplicateCommandException stands) {
      return true;
    } catch (EventStoreException unconfirmed) {
      return false;
    }
  }
}
