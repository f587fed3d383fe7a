package org.chancery.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * How far the journal is known to be durable. Nothing beyond it is shown to anyone: an entry that
 * was committed but not yet brought to the disk may still vanish, and its position be given again.
 */
public final class Head {
  static final Point BEGINNING = new Point(0, Instant.EPOCH);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile Point point = BEGINNING;
  private volatile long foreign;
  private volatile LongConsumer whenMoved = position -> {};

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

  /** Other processes may have recorded what lies between. */
  void advance(Point to) {
    advance(to, 0);
  }

  /**
   * The same.
   *
   * @param own how many of the last entries this process has appended
   */
  void advance(Point to, int own) {
    lock.lock();
    try {
      if (to.position() > point.position()) {
        foreign = to.position() - own == point.position() ? foreign : to.position();
        point = to;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
    whenMoved.accept(point.position());
  }

  /** Tells the position each time that the head was moved on. */
  void whenMoved(LongConsumer told) {
    whenMoved = told;
  }

  /** Up to where other processes may have recorded something. */
  public long foreign() {
    return foreign;
  }
}
