package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.chancery.journal.JournalParts;
import org.chancery.journal.PostgresPair;
import org.chancery.journal.PostgresPair.Cut;
import org.chancery.journal.TestJournal;
import org.chancery.seal.note.Checkpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A checkpoint whose wait for the standby was cut short stands on the primary alone. After a
 * failover another tree of its size is signed, so it must not have been shown.
 */
@Tag("slow")
class CancelledWaitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TIMEOUTS =
      "&connectTimeout=2&socketTimeout=5&loginTimeout=3&hostRecheckSeconds=1";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aCheckpointThatIsNotReplicatedIsNotShown(Cut cut) throws Exception {
    try (PostgresPair pair = PostgresPair.start(true);
        JournalParts sealed = TestJournal.on(source(pair));
        JournalParts reading = TestJournal.on(source(pair))) {
      Seal own = new Seal(sealed.beside());
      Seal others = new Seal(reading.beside());
      sealed.engine().appendEvents(TestJournal.event(0, TestJournal.held("a")));
      pair.cutOffStandby();
      try (Sealer sealer = new Sealer(sealed, own, keys(), null, Clock.systemUTC())) {
        sealer.start();
        await().atMost(PATIENCE).until(() -> pair.cutShortTheWait(cut));
        await().atMost(PATIENCE).until(() -> isOnPrimary(pair));

        assertThat(others.latest()).isEmpty();
        assertThat(others.size()).isZero();
        assertThat(others.issuedAfter(-1, 10)).isEmpty();
        assertThat(own.latest()).isEmpty();

        pair.killPrimary();
        pair.promote();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> others.size() == 1);
        assertThat(sealer.stopped()).isNull();
      }
      Checkpoint shown = others.latest().orElseThrow().checkpoint();
      assertThat(own.latest().orElseThrow().checkpoint()).isEqualTo(shown);
    }
  }

  private static boolean isOnPrimary(PostgresPair pair) {
    return pair.primary().sql("select count(*) from seal_checkpoint").query(Long.class).single()
        > 0;
  }

  private LogKeys keys() throws java.io.IOException {
    return LogKeys.open(folder.resolve("keys"), "test.example/log");
  }

  private static PGSimpleDataSource source(PostgresPair pair) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(pair.url(TIMEOUTS));
    return source;
  }
}
