package org.chancery.journal;

import java.time.Duration;

/** The longest time in which nothing was acknowledged, from its making on. */
public final class LongestPause {
  private long last = System.nanoTime();
  private long longest;

  /** Something was acknowledged. */
  public synchronized void end() {
    long now = System.nanoTime();
    longest = Math.max(longest, now - last);
    last = now;
  }

  public synchronized Duration longest() {
    return Duration.ofNanos(longest);
  }
}
