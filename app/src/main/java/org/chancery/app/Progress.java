package org.chancery.app;

import java.io.PrintStream;
import java.time.Duration;

/**
 * A bar on the error stream, which moves at most ten times a second. Its total grows where more is
 * done: records are counted before, and may come to be more.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long INTERVAL = Duration.ofMillis(100).toNanos();

  private final String what;
  private long total;
  private final PrintStream out = System.err;
  private final long started = System.nanoTime();
  private long drawn = started;
  private long done;

  Progress(String what, long total) {
    this.what = what;
    this.total = total;
  }

  void at(long count) {
    done = count;
    total = Math.max(total, done);
    if (System.nanoTime() - drawn >= INTERVAL) {
      draw();
    }
  }

  private void draw() {
    drawn = System.nanoTime();
    int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
    double seconds = Math.max(1e-3, (drawn - started) / 1e9);
    out.printf(
        "\r%s [%s%s] %d of %d, %.0f/s ",
        what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, done / seconds);
    out.flush();
  }

  @Override
  public void close() {
    draw();
    out.println();
  }
}
