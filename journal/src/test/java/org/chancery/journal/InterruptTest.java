package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.chancery.shared.Subject;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class InterruptTest extends JournalTestBase {
  private static final int CALLERS = 8;
  private static final int EACH = 30;

  /** H2 passes the time of a wait for a lock with interrupts, if there are enough of them. */
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(20);

  InterruptTest(TestDatabase database) {
    super(database);
  }

  @Test
  void anInterruptedCallerStillLearnsWhatBecameOfItsAppend() {
    Thread.currentThread().interrupt();
    hold("a");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(parts.journal().head().position()).isEqualTo(1);
  }

  @Test
  void interruptsHarmNeitherTheDatabaseNorTheOthers() throws Exception {
    Queue<Thread> callers = new ConcurrentLinkedQueue<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread interrupter = Thread.ofPlatform().start(() -> interruptUntil(done, callers));
    try {
      Callers.run(
          CALLERS,
          caller -> {
            callers.add(Thread.currentThread());
            appendAndRead("m" + caller);
          });
    } finally {
      done.set(true);
      interrupter.join(10_000);
    }

    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(CALLERS * EACH));
  }

  private void appendAndRead(String meeting) {
    for (int sequence = 0; sequence < EACH; sequence++) {
      parts.engine().appendEvents(TestJournal.event(sequence, TestJournal.held(meeting)));
      if (database == TestDatabase.H2) {
        assertThat(parts.journal().versionOf(new Subject("meetings", meeting)))
            .isEqualTo(sequence + 1);
      }
    }
  }

  private static void interruptUntil(AtomicBoolean done, Queue<Thread> callers) {
    while (!done.get()) {
      callers.forEach(Thread::interrupt);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
