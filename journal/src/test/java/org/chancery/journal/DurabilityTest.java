package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that appends. The operating system's cache outlives it, so this shows that
 * nothing acknowledged is in the process's memory alone; {@link FaultyDiskTest} counts the syncs.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("slow")
class DurabilityTest {
  private static final int TRIES = 3;
  private static final int CONTROL_TRIES = 10;
  private static final int ENOUGH = 300;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedOutlivesTheProcess() throws Exception {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      assertThat(lost(folder.resolve("kept" + attempt), true)).isEmpty();
    }
  }

  @Test
  void withoutTheSyncThisTestSeesEntriesLost() throws Exception {
    Set<String> lost = new HashSet<>();
    for (int attempt = 0; attempt < CONTROL_TRIES && lost.isEmpty(); attempt++) {
      lost.addAll(lost(folder.resolve("lost" + attempt), false));
    }

    assertThat(lost).isNotEmpty();
  }

  /** What a process acknowledged until it was killed, and is not there afterwards. */
  private static Set<String> lost(Path where, boolean durable) throws Exception {
    Process process = start(TestJournal.fileUrl(where), durable);
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == ENOUGH) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    Set<String> lost = new HashSet<>(acknowledged);
    lost.removeAll(recorded(TestJournal.fileUrl(where)));
    return lost;
  }

  private static Process start(String url, boolean durable) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AppendUntilKilled.class.getName(),
            url,
            Boolean.toString(durable))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Set<String> recorded(String url) {
    JdbcConnectionPool pool = TestJournal.pool(url);
    try (JournalParts parts = TestJournal.on(pool)) {
      List<Entry> entries = parts.journal().after(0, Integer.MAX_VALUE);
      assertThat(entries)
          .extracting(Entry::position)
          .isEqualTo(JournalTestBase.oneTo(parts.journal().head().position()));
      Set<String> meetings = new HashSet<>();
      entries.forEach(entry -> meetings.add(entry.subject().id()));
      return meetings;
    } finally {
      pool.dispose();
    }
  }
}
