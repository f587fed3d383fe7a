package org.chancery.app.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a verb has come, on the error stream: a bar that is redrawn on a terminal, a line now and
 * then elsewhere. The total grows where more is done: records are counted before, and may come to
 * be more.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int LINES = 10;
  private static final Duration REDRAWN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String what;
  private final boolean redrawn;
  private final PrintStream out = System.err;
  private final long started = System.nanoTime();
  private long total;
  private long told = started;
  private long toldDone;
  private long done;

  Progress(String what, long total) {
    this(what, total, isTerminal());
  }

  /**
   * @param redrawn whether what is written can be written over
   */
  Progress(String what, long total, boolean redrawn) {
    this.what = what;
    this.total = total;
    this.redrawn = redrawn;
  }

  /** Java sees where input and output go; the launcher sees the error stream too. */
  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && !"lines".equals(System.getenv("CHANCERY_PROGRESS"));
  }

  void at(long count) {
    done = count;
    total = Math.max(total, done);
    if (isDue()) {
      tell();
    }
  }

  private boolean isDue() {
    Duration since = Duration.ofNanos(System.nanoTime() - told);
    return redrawn
        ? since.compareTo(REDRAWN) >= 0
        : done > toldDone && (done - toldDone >= total / LINES || since.compareTo(PATIENCE) >= 0);
  }

  private void tell() {
    told = System.nanoTime();
    toldDone = done;
    double seconds = Math.max(1e-3, (told - started) / 1e9);
    String line = "%d of %d, %.0f/s".formatted(done, total, done / seconds);
    if (redrawn) {
      out.printf("\r%s [%s] %s ", what, bar(), line);
      out.flush();
    } else {
      out.println(what + ": " + line);
    }
  }

  private String bar() {
    int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
    return "#".repeat(filled) + ".".repeat(WIDTH - filled);
  }

  @Override
  public void close() {
    if (redrawn) {
      tell();
      out.println();
    } else if (done != toldDone || done == 0) {
      tell();
    }
  }
}
