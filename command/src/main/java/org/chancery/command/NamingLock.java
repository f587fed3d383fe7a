package org.chancery.command;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps those apart who name parties and officials, and who may retract their registration: the
 * former together, from the check of whom they name until their entries are durable, the latter
 * alone. So neither misses the other.
 */
final class NamingLock {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  <T> T during(List<Submission> submissions, Supplier<T> act) {
    boolean alone = submissions.stream().anyMatch(Submission::mayUnregister);
    Lock held = alone ? lock.writeLock() : lock.readLock();
    held.lock();
    try {
      return act.get();
    } finally {
      held.unlock();
    }
  }
}
