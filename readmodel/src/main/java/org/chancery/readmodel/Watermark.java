package org.chancery.readmodel;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A position that moves on, and can be waited for. */
final class Watermark {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position;
  private volatile long goal = Long.MAX_VALUE;

  long position() {
    return position;
  }

  /** True once it has come as far as it was to when it began. */
  boolean isThere() {
    return position >= goal;
  }

  /** The goal, or where it stands while there is none. */
  long goal() {
    return goal == Long.MAX_VALUE ? position : goal;
  }

  @Override
  public String toString() {
    return "the read models are being built anew, and are at position %d of %d"
        .formatted(position, goal());
  }

  /** Begins at a position, to come to another at least. */
  void begin(long at, long to) {
    goal = to;
    moveTo(at);
  }

  /** Waits no longer for what the journal has lost. */
  void lower(long to) {
    goal = Math.min(goal, to);
  }

  /** Waits until it has been reached; false where it was not in time. */
  boolean await(long wanted, Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (position < wanted && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
      return position >= wanted;
    } finally {
      lock.unlock();
    }
  }

  void moveTo(long reached) {
    lock.lock();
    try {
      position = reached;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
