package org.chancery.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.h2.jdbcx.JdbcConnectionPool;

/** Appends and seals, and prints each checkpoint when it is shown, on one line. */
final class SealUntilKilled {
  private static final int MOST = 100_000;

  private SealUntilKilled() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    JdbcConnectionPool pool = TestJournal.pool(TestJournal.fileUrl(folder));
    JournalParts parts = TestJournal.on(pool);
    Seal seal = new Seal(pool, () -> true);
    LogKeys keys = LogKeys.open(folder.resolve("keys"), null);
    new Sealer(parts, seal, keys, null, Clock.systemUTC()).start();
    Thread.ofPlatform().daemon().start(() -> print(seal));
    for (int n = 0; n < MOST; n++) {
      parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(args[1] + "-" + n)));
    }
  }

  private static void print(Seal seal) {
    try {
      for (long size = 1; ; size = seal.size() + 1) {
        if (seal.await(size, Duration.ofSeconds(1))) {
          PublishedCheckpoint latest = seal.latest().orElseThrow();
          System.out.println(latest.note().text().strip().replace('\n', ' '));
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
