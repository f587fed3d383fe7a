package org.chancery.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far the journal is known to be durable. Nothing beyond it is shown to anyone: an entry that
 * was committed but not yet brought to the disk may still vanish, and its position be given again.
 */
public final class Head {
  static final Point BEGINNING = new Point(0, Instant.EPOCH);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile Point point = BEGINNING;

  /** A position and the instant at which its entry was recorded. */
  public record Point(long position, Instant recordedAt) {}

  public Point point() {
    return point;
  }

  public long position() {
    return point.position();
  }

  /** Waits until the head has passed the position, or the time is over. */
  public void awaitBeyond(long position, Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (point.position() <= position && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Goes back to where the journal ends: its database has lost entries. */
  void goBack(Point to) {
    lock.lock();
    try {
      point = to;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void advance(Point to) {
    lock.lock();
    try {
      if (to.position() > point.position()) {
        point = to;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
