package org.chancery.readmodel;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of its own that works until it is told to stop. It is never interrupted: H2 closes its
 * file when a thread is interrupted that writes to it.
 */
final class BackgroundLoop {
  private final String name;
  private final Duration patience;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;

  /**
   * @param patience how long to wait at most for what is being done when it is told to stop
   */
  public BackgroundLoop(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
  }

  /** Begins to work; the work looks at {@link #isStopping} now and then. */
  public void start(Runnable work) {
    stopping = false;
    thread = Thread.ofPlatform().name(name).daemon().start(work);
  }

  public boolean isStopping() {
    return stopping;
  }

  /** Does nothing for a while, or until it is told to stop. */
  void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  public void stop() {
    stop(() -> {});
  }

  /** Stops it where it may wait for something that it has to be woken from. */
  void stop(Runnable waking) {
    Thread running = thread;
    if (running != null) {
      stopping = true;
      LockSupport.unpark(running);
      waking.run();
      try {
        running.join(patience);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  public boolean isRunning() {
    Thread running = thread;
    return running != null && running.isAlive();
  }
}
