package org.chancery.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the journal into the read models, in batches: what a batch changes and how far it reached
 * are committed together, so a crash at any point repeats nothing and leaves nothing out. An entry
 * that cannot be taken in is parked; any other failure is the databases', and waited out.
 */
public final class Projector implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Projector.class);
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration COMPARING = Duration.ofSeconds(1);

  private final Journal journal;
  private final JournalStorageEngine engine;
  private final ReadModels models;
  private final ProjectionMeters meters;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final BackgroundLoop loop = new BackgroundLoop("projector", Duration.ofSeconds(10));
  private @Nullable Follower follower;
  private @Nullable Error broken;
  private boolean closed;
  private volatile long moved = System.nanoTime();
  private long compared = System.nanoTime();
  private volatile @Nullable Exception failure;

  public Projector(
      Journal journal, JournalStorageEngine engine, ReadModels models, MeterRegistry meters) {
    this.journal = journal;
    this.engine = engine;
    this.models = models;
    this.meters = new ProjectionMeters(journal, models, meters);
  }

  /** How many entries the read models have yet to take in. */
  public double lag() {
    return meters.lag();
  }

  /** The position of the journal's last entry. */
  public long head() {
    return journal.refreshedHead().position();
  }

  /** For how long the read models have had entries to take in and took in none. */
  public Duration standsStill() {
    return lag() > 0 ? Duration.ofNanos(System.nanoTime() - moved) : Duration.ZERO;
  }

  /** What stops the read models from following, or null. */
  public @Nullable Exception failure() {
    return failure;
  }

  /** Takes in the next batch; returns how many entries it held. */
  public int advance() {
    return exclusively(() -> meters.batch(follower()::advance));
  }

  private Follower follower() {
    Follower following = follower;
    if (following == null) {
      following = models.follower(new Feed(engine, journal));
      follower = following;
    }
    return following;
  }

  private <T> T exclusively(Supplier<T> work) {
    turn.lock();
    try {
      if (broken != null) {
        throw new IllegalStateException("what was taken in by halves is never written", broken);
      }
      models.switchOver().end();
      return work.get();
    } catch (Error fatal) {
      broken = fatal;
      throw fatal;
    } finally {
      turn.unlock();
    }
  }

  /** Takes parked entries in again; what still cannot be stays parked. */
  public void retryParked() {
    exclusively(
        () -> {
          follower().settle();
          models.retry();
          return true;
        });
  }

  /** Prepares to build models anew; see {@link ReadModels#names} for what there is. */
  public Rebuild rebuild(Collection<String> names, long position, LongConsumer moving) {
    return rebuild(names, position, Rebuild.PART, moving);
  }

  /** The same, in parts of so many bytes of memory. */
  Rebuild rebuild(Collection<String> names, long position, long part, LongConsumer moving) {
    return models.rebuild(names, new Feed(engine, journal), position, part, moving);
  }

  /**
   * Lets rebuilt models catch up to the last entry that is followed, and answer from then on.
   *
   * @param noting writes what is to be committed together with that
   * @return false where that is not possible yet, for the models stand at different positions
   */
  public boolean handOver(Rebuild rebuild, Runnable noting) {
    return exclusively(
        () -> {
          follower().settle();
          if (!models.areAligned()) {
            return false;
          }
          if (rebuild.age() != models.age()) {
            throw new IllegalStateException("the journal lost entries that were built in");
          }
          rebuild.catchUp(models.position());
          models.switchOver().to(rebuild, noting);
          return true;
        });
  }

  @Override
  public boolean isAutoStartup() {
    return models.areKept();
  }

  @Override
  public void start() {
    closed = true;
    try {
      open(null);
    } catch (RuntimeException failed) {
      open(failed);
    }
    moved = System.nanoTime();
    loop.start(this::follow);
  }

  /**
   * Opens the models where they are not, after a look at what ails their database; true where it
   * did.
   */
  private boolean open(@Nullable Throwable failed) {
    turn.lock();
    try {
      closed |= models.mended(failed);
      if (!closed) {
        return false;
      }
      journal.refreshedHead();
      models.open(journal);
      follower = null;
      closed = false;
      return true;
    } finally {
      turn.unlock();
    }
  }

  private void follow() {
    boolean retried = false;
    Throwable met = null;
    while (!loop.isStopping()) {
      try {
        if (open(met)) {
          retried = false;
        }
        met = null;
        if (!retried) {
          retryParked();
          retried = true;
        }
        requireSameJournal();
        advanceOrWait();
        failure = null;
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException | Error failed) {
        met = failed;
        failure = failed instanceof Exception known ? known : new IllegalStateException(failed);
        log.error("the read models stand still after position {}", models.position(), failed);
        loop.rest(AFTER_FAILURE);
      }
    }
    finish();
  }

  private void advanceOrWait() throws InterruptedException {
    long known = journal.head().position();
    int taken = advance();
    moved = System.nanoTime();
    if (taken == 0) {
      Feed.requireAllOf(known, models.position());
      models.endAt(known);
      journal.head().awaitBeyond(models.position(), IDLE);
      journal.refreshedHead();
    }
  }

  /** What comes next is of the journal that was followed before, or all is begun again. */
  private void requireSameJournal() {
    boolean still = journal.head().position() == models.position() && failure == null;
    if (still && System.nanoTime() - compared < COMPARING.toNanos()) {
      return;
    }
    compared = System.nanoTime();
    if (models.areOf(journal)) {
      return;
    }
    log.error(
        "the journal does not hold the entry at position {} that the read models have taken in: it"
            + " has lost entries, and they are built anew",
        models.position());
    exclusively(
        () -> {
          follower().abandon();
          models.startOver(journal);
          follower = null;
          return true;
        });
  }

  private void finish() {
    try {
      exclusively(
          () -> {
            follower().settle();
            return true;
          });
    } catch (RuntimeException unwritten) {
      log.warn("what was not written is taken in again at the next start", unwritten);
    }
  }

  /** Before the web server, and until it has stopped: what is asked must be answered. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  @Override
  public void stop() {
    loop.stop();
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
