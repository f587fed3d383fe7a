package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.journal.PostgresPair.Cut;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The commit that waits for the standby is cut short: it stands on the primary, and there alone.
 */
@Tag("slow")
class CancelledWaitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TIMEOUTS =
      "&connectTimeout=2&socketTimeout=5&loginTimeout=3&hostRecheckSeconds=1";
  private static final CommandKey DOUBTFUL = new CommandKey("tester", "doubtful");

  @ParameterizedTest
  @EnumSource
  void whatIsNotReplicatedIsNeitherShownNorAcknowledged(Cut cut) throws Exception {
    try (PostgresPair pair = PostgresPair.start(true);
        JournalParts journal = TestJournal.on(source(pair));
        JournalParts reader = TestJournal.on(source(pair))) {
      hold(journal, "kept");
      assertThat(reader.journal().refreshedHead().position()).isEqualTo(1);
      pair.cutOffStandby();
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> hold(journal, DOUBTFUL.id()));
      await().atMost(PATIENCE).until(() -> pair.cutShortTheWait(cut));
      await().atMost(PATIENCE).until(() -> entriesOnPrimary(pair) == 2);

      assertThat(reader.journal().refreshedHead().position()).isEqualTo(1);
      assertThat(journal.journal().refreshedHead().position()).isEqualTo(1);
      assertThat(journal.journal().at(2)).isEmpty();
      assertThat(waiting).isNotCompletedExceptionally().isNotDone();

      pair.killPrimary();
      pair.promote();
      boolean acknowledged = waiting.handle((_, failure) -> failure == null).join();
      await().atMost(PATIENCE).until(() -> isHeld(journal, "next"));
      assertThat(journal.journal().after(0, 10)).extracting(Entry::position).startsWith(1L, 2L);
      assertThat(journal.journal().ofCommand(DOUBTFUL).isEmpty()).isEqualTo(!acknowledged);
      assertThat(pair.isStandbyWhole()).isTrue();
      assertThat(journal.stopped()).isNull();
    }
  }

  private static PGSimpleDataSource source(PostgresPair pair) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(pair.url(TIMEOUTS));
    return source;
  }

  private static void hold(JournalParts journal, String key) {
    journal.engine().appendEvents(TestJournal.event(0, TestJournal.held(key), key));
  }

  private static long entriesOnPrimary(PostgresPair pair) {
    return pair.primary().sql("select count(*) from entry").query(Long.class).single();
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
