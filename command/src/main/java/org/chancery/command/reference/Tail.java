package org.chancery.command.reference;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.caching.Cache;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the journal into the directory, in order, where other processes append too, and has the
 * aggregates forgotten that they may have changed: by a thread of its own, and at once for who is
 * about to refuse a command. Where none do, the directory learns from the appends of this process.
 */
public final class Tail implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Tail.class);
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JournalParts parts;
  private final Directory directory;
  private final Cache aggregates;
  private volatile @Nullable Thread follower;

  public Tail(JournalParts parts, Directory directory, Cache aggregates) {
    this.parts = parts;
    this.directory = directory;
    this.aggregates = aggregates;
  }

  /** True where other processes append beside this one. */
  public boolean isShared() {
    return parts.journal().isShared() && parts.records();
  }

  /** Up to which position the directory knows all; anything, where nobody else appends. */
  public long learnt() {
    return isShared() ? directory.learnt() : Long.MAX_VALUE;
  }

  /** Has the directory know all that is on record by now. */
  public void catchUp() {
    if (isShared()) {
      Journal journal = parts.journal();
      long last = journal.refreshedHead().position();
      boolean foreign = journal.head().foreign() > directory.learnt();
      directory.learnUpTo(last, parts, foreign ? this::evict : _ -> {});
    }
  }

  private void evict(Subject subject) {
    aggregates.remove(subject.toString());
  }

  @Override
  public void start() {
    if (isShared()) {
      follower = Thread.ofPlatform().name("tail").daemon().start(this::follow);
    }
  }

  private void follow() {
    while (follower != null) {
      try {
        catchUp();
        // Not woken by each append of its own process: it would ask as often.
        LockSupport.parkNanos(this, IDLE.toNanos());
      } catch (RuntimeException failure) {
        log.warn("what other processes record is not learnt for now", failure);
        LockSupport.parkNanos(this, AFTER_FAILURE.toNanos());
      }
    }
  }

  @Override
  public void stop() {
    Thread last = follower;
    follower = null;
    if (last != null) {
      LockSupport.unpark(last);
      try {
        last.join(PATIENCE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return follower != null;
  }
}
