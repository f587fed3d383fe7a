package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.seal.merkle.Verification;
import org.chancery.seal.note.Checkpoint;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that seals, again and again. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("slow")
class SealCrashTest {
  private static final int KILLS = 4;
  private static final int ENOUGH = 4;

  @TempDir Path folder;

  @Test
  void whatWasShownOutlivesTheProcessAndIsGoneOnWith() throws Exception {
    List<Checkpoint> shown = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      shown.addAll(shownUntilKilled(kill));
    }

    JdbcConnectionPool pool = TestJournal.pool(TestJournal.fileUrl(folder));
    try (JournalParts parts = TestJournal.on(pool)) {
      assertKept(shown, new Seal(pool, () -> true), parts);
    } finally {
      pool.dispose();
    }
  }

  private void assertKept(List<Checkpoint> shown, Seal seal, JournalParts parts) throws Exception {
    assertThat(seal.issuedAfter(-1, 10_000))
        .extracting(PublishedCheckpoint::checkpoint)
        .containsAll(shown);
    LogKeys keys = LogKeys.open(folder.resolve("keys"), null);
    try (Sealer sealer = new Sealer(parts, seal, keys, null, Clock.systemUTC())) {
      sealer.start();
      assertThat(seal.await(parts.journal().head().position(), SealTestBase.LIMIT)).isTrue();
      assertThat(sealer.stopped()).isNull();
    }
    Checkpoint last = seal.latest().orElseThrow().checkpoint();
    for (Checkpoint old : shown) {
      var proof = seal.proofs().consistency(old.size(), last.size());
      assertThat(Verification.consistent(old.size(), last.size(), old.root(), last.root(), proof))
          .isTrue();
    }
  }

  private List<Checkpoint> shownUntilKilled(int kill) throws Exception {
    Process process = start(kill);
    List<Checkpoint> shown = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        shown.add(Checkpoint.parse(line.replace(' ', '\n')));
        if (shown.size() == ENOUGH) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(ENOUGH);
    return shown;
  }

  private Process start(int kill) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SealUntilKilled.class.getName(),
            folder.toString(),
            "run" + kill)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
