package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.chancery.journal.FaultyDisk;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStoppedException;
import org.chancery.journal.TestJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sealing on H2 makes of a disk that does not confirm. */
@Tag("slow")
class SealFaultTest {
  private static final Duration SHORT = Duration.ofSeconds(3);

  @TempDir Path folder;
  private HikariDataSource pool;
  private JournalParts parts;
  private Seal seal;
  private Sealer sealer;

  @BeforeEach
  void open() throws IOException {
    FaultyDisk.register();
    pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:h2:faulty:" + folder.resolve("journal"));
    pool.setUsername("sa");
    parts = TestJournal.on(pool);
    seal = new Seal(pool, () -> true);
    LogKeys keys = LogKeys.open(folder.resolve("keys"), null);
    sealer = new Sealer(parts, seal, keys, null, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    FaultyDisk.syncFails = false;
    sealer.close();
    parts.close();
    pool.close();
  }

  @Test
  void aCheckpointThatTheDiskDidNotConfirmIsShownToNobody() throws Exception {
    assertNothingIsShown();
    assertThat(sealer.stopped()).contains("the disk did not confirm");
  }

  /** For the disk may confirm an append of which it has lost a part already. */
  @Test
  void aDiskThatDoesNotConfirmTheSealStopsTheJournalToo() throws Exception {
    assertNothingIsShown();
    FaultyDisk.syncFails = false;

    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("second"));
  }

  @Test
  void aRestartAfterThatGoesOn() throws Exception {
    assertNothingIsShown();
    close();
    open();
    hold("second");
    sealer.start();

    assertThat(seal.await(2, SealTestBase.LIMIT)).isTrue();
    assertThat(sealer.stopped()).isNull();
  }

  private void assertNothingIsShown() throws InterruptedException {
    hold("first");
    FaultyDisk.syncFails = true;
    sealer.start();
    assertThat(seal.await(1, SHORT)).isFalse();
    assertThat(seal.latest()).isEmpty();
  }

  private void hold(String meeting) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
  }
}
