package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two journals that know nothing of each other but the PostgreSQL they share. */
class TwoProcessesTest {
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
        .isEqualTo(16 * ConcurrentAppendTest.EACH);
    assertThat(one.journal().after(0, 10_000))
        .extracting(Entry::position)
        .isEqualTo(JournalTestBase.oneTo(head));
    assertThat(one.journal().after(0, 10_000)).extracting(Entry::recordedAt).isSorted();
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
    assertThat(one.journal().ofCommand("key")).hasSize(1);
  }

  @Test
  void aReaderAtTheEndAsksWhatTheOtherWrote() {
    hold(other, "key");

    assertThat(one.engine().readEvents(new GlobalSequenceTrackingToken(0), false)).hasSize(1);
  }

  @Test
  void theHeadIsSettledOnceTheOtherHasCommitted() throws Exception {
    CompletableFuture<Long> settled;
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update head set position = 1");
      statement.execute(
          "insert into entry select 1, 'id', 'meetings/x', 1, 'meeting.held', 1,"
              + " now(), 0, 'key', 'RecordMeetingHeld', '', 'x', null, null, '[]', 'c', 'c', '{}'");
      settled = CompletableFuture.supplyAsync(() -> one.journal().settledHead().position());
      Thread.sleep(200);
      assertThat(settled).isNotDone();
      other.commit();
    }
    assertThat(settled).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1L);
  }

  private static void hold(JournalParts parts, String commandId) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held("m"), commandId));
  }
}
