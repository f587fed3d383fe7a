package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEachDatabase
@Tag("slow")
class ConcurrentAppendTest extends JournalTestBase {
  private static final int CALLERS = 16;
  static final int EACH = 25;

  ConcurrentAppendTest(TestDatabase database) {
    super(database);
  }

  @Test
  void positionsAreGaplessAndFollowTheOrderInWhichAppendsReturned() throws Exception {
    ConcurrentMap<String, Long> headBefore = new ConcurrentHashMap<>();
    Callers.run(CALLERS, caller -> appendMany(parts, "m" + caller, headBefore));

    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(CALLERS * EACH));
    for (Entry entry : all()) {
      assertThat(entry.position()).isGreaterThan(headBefore.getOrDefault(entry.id(), -1L));
    }
    assertThat(all()).extracting(Entry::recordedAt).isSorted();
  }

  @Test
  void eachSubjectKeepsItsOrder() throws Exception {
    Callers.run(CALLERS, caller -> appendMany(parts, "m" + caller, new ConcurrentHashMap<>()));

    for (int caller = 0; caller < CALLERS; caller++) {
      List<Entry> entries = parts.journal().ofSubject("meetings/m" + caller, 0, 1000);
      assertThat(entries).extracting(Entry::version).isEqualTo(oneTo(EACH));
      assertThat(entries).extracting(Entry::position).isSorted();
    }
  }

  @Test
  void conflictingAppendsAreRefusedAndHarmNobodyElse() throws Exception {
    hold("contested");
    AtomicInteger refused = new AtomicInteger();
    Callers.run(
        CALLERS,
        caller -> {
          for (int turn = 0; turn < EACH; turn++) {
            if (caller % 4 == 0) {
              assertThatThrownBy(() -> hold("contested")).isInstanceOf(ConcurrencyException.class);
              refused.incrementAndGet();
            } else {
              hold("m%d-%d".formatted(caller, turn));
            }
          }
        });

    assertThat(refused).hasValue(CALLERS / 4 * EACH);
    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(1 + CALLERS / 4 * 3 * EACH));
    assertThat(headRow(source)).isEqualTo(all().size());
  }

  @Test
  void ofManyWhoRaceForOneVersionOneWins() throws Exception {
    Set<String> winners = ConcurrentHashMap.newKeySet();
    Callers.run(
        CALLERS,
        caller -> {
          for (int turn = 0; turn < EACH; turn++) {
            race("m" + turn, caller, winners);
          }
        });

    assertThat(winners).hasSize(EACH);
    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(EACH));
  }

  @Test
  void anyWhoIsShownAPositionCanReadEveryEntryUpToIt() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Queue<String> holes = new ConcurrentLinkedQueue<>();
    Thread reader = Thread.ofPlatform().start(() -> readUntil(done, holes));
    Callers.run(CALLERS, caller -> appendMany(parts, "m" + caller, new ConcurrentHashMap<>()));
    done.set(true);
    reader.join(10_000);

    assertThat(holes).isEmpty();
  }

  @Test
  void callersWhoHoldEveryOtherConnectionStillGetTheirAppend() throws Exception {
    parts.close();
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setDataSource(source);
      pool.setMaximumPoolSize(3);
      pool.setConnectionTimeout(20_000);
      try (JournalParts crowded = TestJournal.on(pool)) {
        Callers.run(CALLERS, caller -> appendHolding(pool, crowded, "m" + caller));

        assertThat(crowded.journal().head().position()).isEqualTo(CALLERS);
      }
    }
  }

  @Test
  void whoAppendsWhileTheJournalClosesIsAnsweredAndNothingElseStands() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    Callers.run(
        CALLERS + 1,
        caller -> {
          if (caller == CALLERS) {
            parts.close();
          } else {
            appendUntilClosed("m" + caller, acknowledged);
          }
        });

    try (JournalParts again = TestJournal.on(source)) {
      assertThat(again.journal().head().position()).isEqualTo(acknowledged.get());
    }
  }

  private void appendUntilClosed(String meeting, AtomicInteger acknowledged) {
    assertThatThrownBy(
            () -> {
              for (int sequence = 0; sequence < Integer.MAX_VALUE; sequence++) {
                parts.engine().appendEvents(TestJournal.event(sequence, TestJournal.held(meeting)));
                acknowledged.incrementAndGet();
              }
            })
        .isInstanceOf(EventStoreException.class);
  }

  private static void appendHolding(DataSource pool, JournalParts journal, String meeting) {
    try (Connection held = pool.getConnection()) {
      held.setAutoCommit(false);
      journal.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
      held.rollback();
    } catch (SQLException starved) {
      throw new IllegalStateException(starved);
    }
  }

  static void appendMany(JournalParts parts, String meeting, Map<String, Long> headBefore) {
    for (int sequence = 0; sequence < EACH; sequence++) {
      var event = TestJournal.event(sequence, TestJournal.held(meeting));
      headBefore.put(event.getIdentifier(), parts.journal().head().position());
      parts.engine().appendEvents(event);
      assertThat(parts.journal().versionOf(new Subject("meetings", meeting)))
          .isEqualTo(sequence + 1);
    }
  }

  private void race(String meeting, int caller, Set<String> winners) {
    try {
      hold(meeting);
      assertThat(winners.add(meeting)).as("%s won again by %d", meeting, caller).isTrue();
    } catch (ConcurrencyException late) {
      assertThat(parts.journal().versionOf(new Subject("meetings", meeting))).isEqualTo(1);
    }
  }

  private void readUntil(AtomicBoolean done, Queue<String> holes) {
    while (!done.get()) {
      long head = parts.journal().head().position();
      List<Entry> seen = parts.journal().after(Math.max(0, head - 20), 20);
      if (head > 0 && (seen.isEmpty() || seen.getLast().position() < head)) {
        holes.add("head %d, seen %s".formatted(head, seen));
      }
    }
  }
}
