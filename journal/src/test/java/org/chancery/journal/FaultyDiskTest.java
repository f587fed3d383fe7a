package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal on H2 makes of a disk that does not do what it is asked to. */
class FaultyDiskTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;
  private HikariDataSource pool;
  private JournalParts parts;

  @BeforeEach
  void open() {
    FaultyDisk.register();
    pool = pool();
    parts = TestJournal.on(pool);
    hold("first");
  }

  @AfterEach
  void close() {
    FaultyDisk.syncFails = false;
    FaultyDisk.full = false;
    parts.close();
    pool.close();
  }

  @Test
  void eachLoneAppendIsSyncedOnce() {
    FaultyDisk.SYNCS.set(0);
    for (int i = 0; i < 10; i++) {
      hold("m" + i);
    }

    assertThat(FaultyDisk.SYNCS).hasValue(10);
  }

  @Test
  void manyAppendsShareASync() throws Exception {
    FaultyDisk.SYNCS.set(0);
    FaultyDisk.SYNCING.acquire();
    CompletableFuture<Void> leader = CompletableFuture.runAsync(() -> hold("leader"));
    try {
      awaitWriter();
      CompletableFuture<Void> rest =
          CompletableFuture.runAsync(
              () -> assertThatCode(this::holdFifteen).doesNotThrowAnyException());
      Thread.sleep(500);
      FaultyDisk.SYNCING.release();
      rest.get(20, TimeUnit.SECONDS);
    } finally {
      FaultyDisk.SYNCING.drainPermits();
      FaultyDisk.SYNCING.release();
    }
    leader.get(20, TimeUnit.SECONDS);

    assertThat(FaultyDisk.SYNCS).hasValue(2);
    assertThat(parts.journal().head().position()).isEqualTo(17);
  }

  @Test
  void nobodySeesAnEntryBeforeItIsOnTheDisk() throws Exception {
    FaultyDisk.SYNCING.acquire();
    CompletableFuture<Void> append = CompletableFuture.runAsync(() -> hold("second"));
    try {
      awaitWriter();
      Subject second = new Subject("meetings", "second");
      assertThat(append).isNotDone();
      assertThat(parts.journal().head().position()).isEqualTo(1);
      assertThat(parts.journal().at(2)).isEmpty();
      assertThat(parts.journal().after(0, 10)).hasSize(1);
      assertThat(parts.journal().between(0, 10, 10, EntryFilter.ALL)).hasSize(1);
      assertThat(parts.journal().count(0, 10, EntryFilter.ALL)).isEqualTo(1);
      assertThat(parts.journal().versionOf(second)).isZero();
      assertThat(parts.journal().ofSubject(second.toString(), 0, 10)).isEmpty();
      assertThat(parts.journal().countsByName(10)).containsOnly(Map.entry("meeting.held", 1L));
      assertThat(parts.engine().readEvents(null, false)).hasSize(1);
    } finally {
      FaultyDisk.SYNCING.release();
    }
    assertThat(append).succeedsWithin(LIMIT);
    assertThat(parts.journal().at(2)).isPresent();
  }

  @Test
  void theHeadIsSettledOnceWhatWasGivenItsInstantIsOnTheDisk() throws Exception {
    FaultyDisk.SYNCING.acquire();
    CompletableFuture<Void> append = CompletableFuture.runAsync(() -> hold("second"));
    CompletableFuture<Boolean> settled;
    try {
      awaitWriter();
      settled = CompletableFuture.supplyAsync(() -> parts.journal().settle(Instant.now()));
      Thread.sleep(200);
      assertThat(settled).isNotDone();
    } finally {
      FaultyDisk.SYNCING.release();
    }
    assertThat(append).succeedsWithin(LIMIT);
    assertThat(settled).succeedsWithin(LIMIT).isEqualTo(true);
    assertThat(parts.journal().head().position()).isEqualTo(2);
  }

  @Test
  void aJournalThatTakesNothingMoreIsSettled() {
    FaultyDisk.syncFails = true;
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("second"));
    assertThat(parts.journal().settle(Instant.now())).isTrue();
    assertThat(parts.journal().head().position()).isEqualTo(1);

    parts.close();
    assertThat(parts.journal().settle(Instant.now())).isTrue();
    assertThat(parts.journal().head().position()).isEqualTo(1);
  }

  @Test
  void aJournalWhoseDiskDoesNotConfirmStopsAndShowsNothingUnconfirmed() {
    FaultyDisk.syncFails = true;
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("second"));

    FaultyDisk.syncFails = false;
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("third"));
    assertThat(parts.journal().head().position()).isEqualTo(1);
    assertThat(parts.journal().at(2)).isEmpty();
  }

  @Test
  void aRestartAfterThatGoesOnWithoutAGap() {
    FaultyDisk.syncFails = true;
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("second"));
    FaultyDisk.syncFails = false;
    restart();

    hold("third");
    long head = parts.journal().head().position();
    assertThat(parts.journal().after(0, 10))
        .extracting(Entry::position)
        .isEqualTo(JournalTestBase.oneTo(head));
    assertThat(parts.journal().versionOf(new Subject("meetings", "third"))).isEqualTo(1);
  }

  @Test
  void aJournalDoesNotOpenOnADiskThatDoesNotConfirm() {
    parts.close();
    FaultyDisk.syncFails = true;

    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> TestJournal.on(pool));
  }

  @Test
  void aFullDiskIsReportedAndARestartGoesOnWithWhatWasAcknowledged() {
    FaultyDisk.full = true;
    assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> hold("second"));
    assertThat(parts.journal().head().position()).isEqualTo(1);
    FaultyDisk.full = false;
    restart();
    hold("third");

    assertThat(parts.journal().after(0, 10))
        .extracting(entry -> entry.subject().id())
        .containsExactly("first", "third");
  }

  @Test
  void h2IsToldToWriteInTheThreadThatCommits() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet delay =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      assertThat(delay.next()).isTrue();
      assertThat(delay.getString(1)).isEqualTo("0");
    }
  }

  private void hold(String meeting) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
  }

  private HikariDataSource pool() {
    HikariDataSource fresh = new HikariDataSource();
    fresh.setJdbcUrl("jdbc:h2:faulty:" + folder.resolve("journal"));
    fresh.setUsername("sa");
    return fresh;
  }

  private void holdFifteen() throws Exception {
    Callers.run(15, caller -> hold("m" + caller));
  }

  private void restart() {
    parts.close();
    pool.close();
    pool = pool();
    parts = TestJournal.on(pool);
  }

  /** Returns when the writer hangs in a sync. */
  private static void awaitWriter() {
    await().atMost(LIMIT).until(FaultyDisk.SYNCING::hasQueuedThreads);
  }
}
