package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What was known at an instant stays so, whichever process asks and whichever is late. */
@Tag("slow")
class KnownAtOverNodesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final PGSimpleDataSource source = Postgres.database();

  @Test
  void anEntryThatIsLongOnItsWayIsNotKnownBeforeItArrives() throws Exception {
    try (HeldWire wire = HeldWire.to(source);
        JournalParts slow = TestJournal.on(wire.around(source));
        JournalParts asking = TestJournal.on(source)) {
      hold(slow, "before");
      wire.hold();
      CompletableFuture<Void> late = CompletableFuture.runAsync(() -> hold(slow, "late"));
      Instant asked;
      try {
        await().pollDelay(Duration.ofMillis(200)).atMost(LIMIT).until(() -> !late.isDone());
        asked = Instant.now();
        assertThat(asking.journal().settle(asked)).isTrue();
        assertThat(asking.journal().positionAt(asked)).isEqualTo(1);
      } finally {
        wire.release();
      }
      assertThat(late).succeedsWithin(LIMIT);

      assertThat(asking.journal().settle(Instant.now())).isTrue();
      assertThat(asking.journal().head().position()).isEqualTo(2);
      assertThat(asking.journal().positionAt(asked)).isEqualTo(1);
    }
  }

  @Test
  void anInstantThatTheDatabaseHasNotReachedHasNotCome() {
    try (JournalParts journal = TestJournal.on(source)) {
      hold(journal, "a");

      assertThat(journal.journal().settle(Instant.now().plusSeconds(60))).isFalse();
      assertThat(journal.stopped()).isNull();
      hold(journal, "b");
    }
  }

  private static void hold(JournalParts journal, String meeting) {
    journal.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
  }
}
