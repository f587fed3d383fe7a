package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two journals that know nothing of each other but the PostgreSQL they share. */
@Tag("slow")
class TwoProcessesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private DataSource source;
  private JournalParts one;
  private JournalParts other;

  @BeforeEach
  void open() {
    source = Postgres.database();
    one = TestJournal.on(source);
    other = TestJournal.on(source);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void positionsAreGaplessOverBoth() throws Exception {
    Callers.run(
        16,
        caller ->
            ConcurrentAppendTest.appendMany(
                caller % 2 == 0 ? one : other, "m" + caller, new ConcurrentHashMap<>()));

    long head = one.journal().refreshedHead().position();
    assertThat(other.journal().refreshedHead().position())
        .isEqualTo(head)
        .isEqualTo(16 * ConcurrentAppendTest.EACH)
        .isEqualTo(JournalTestBase.headRow(source));
    assertThat(one.journal().after(0, 10_000))
        .extracting(Entry::position)
        .isEqualTo(JournalTestBase.oneTo(head));
    assertThat(one.journal().after(0, 10_000)).extracting(Entry::recordedAt).isSorted();
  }

  @Test
  void oneThatAppendsWithoutAPauseDoesNotStarveTheOther() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger appended = new AtomicInteger();
    try (ExecutorService busy = Executors.newFixedThreadPool(16)) {
      for (int caller = 0; caller < 16; caller++) {
        busy.execute(() -> appendUntil(done, appended));
      }
      assertThat(CompletableFuture.runAsync(this::appendFifty)).succeedsWithin(PATIENCE);
      done.set(true);
    }

    assertThat(appended).hasPositiveValue();
    assertThat(one.journal().refreshedHead().position()).isEqualTo(50L + appended.get());
  }

  private void appendFifty() {
    for (int turn = 0; turn < 50; turn++) {
      hold(other, "other-" + turn, "other-" + turn);
    }
  }

  private void appendUntil(AtomicBoolean done, AtomicInteger appended) {
    while (!done.get()) {
      String id = "one-" + appended.incrementAndGet();
      hold(one, id, id);
    }
  }

  @Test
  void aJournalWhoseHeadSomebodyElseMovedStops() {
    hold(one, "a");
    JdbcClient.create(source).sql("update head set position = 7").update();

    assertThatThrownBy(() -> hold(one, "b", "b")).isInstanceOf(JournalStoppedException.class);
    assertThatThrownBy(() -> hold(one, "c", "c")).isInstanceOf(JournalStoppedException.class);
  }

  @Test
  void aVersionRecordedByTheOtherIsRefusedAndVisibleFromThenOn() {
    hold(other, "k1");
    assertThat(one.journal().versionOf(new Subject("meetings", "m"))).isZero();

    assertThatThrownBy(() -> hold(one, "k2")).isInstanceOf(ConcurrencyException.class);

    assertThat(one.journal().versionOf(new Subject("meetings", "m"))).isEqualTo(1);
  }

  @Test
  void aCommandExecutedByTheOtherIsRecognised() {
    hold(other, "key");

    assertThatThrownBy(() -> hold(one, "key")).isInstanceOf(DuplicateCommandException.class);
    assertThat(one.journal().ofCommand(new CommandKey("tester", "key"))).hasSize(1);
  }

  @Test
  void aReaderAtTheEndAsksWhatTheOtherWrote() {
    hold(other, "key");

    assertThat(one.engine().readEvents(new GlobalSequenceTrackingToken(0), false)).hasSize(1);
  }

  @Test
  void theHeadIsSettledOnceTheOtherHasCommitted() throws Exception {
    CompletableFuture<Boolean> settled;
    Instant now = Instant.now();
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update head set position = 1");
      statement.execute(
          "insert into entry select 1, 'id', 'meetings/x', 1, 'meeting.held', 1,"
              + " now(), 0, 'key', 'RecordMeetingHeld', '', 'x', null, null, '[]', 'c', 'c', '{}'");
      settled = CompletableFuture.supplyAsync(() -> one.journal().settle(now));
      Thread.sleep(200);
      assertThat(settled).isNotDone();
      other.commit();
    }
    assertThat(settled).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
    assertThat(one.journal().head().position()).isEqualTo(1);
  }

  private static void hold(JournalParts parts, String commandId) {
    hold(parts, "m", commandId);
  }

  private static void hold(JournalParts parts, String meeting, String commandId) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting), commandId));
  }
}
