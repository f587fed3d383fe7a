package org.chancery.seal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStoppedException;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.witness.WitnessClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal and seals it, on a thread of its own. A journal that is not the one that was
 * sealed is not sealed any further: somebody has to look first.
 */
public final class Sealer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sealer.class);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Duration CLOSING = Duration.ofSeconds(10);
  private static final long ROUND = (SealRound.CHUNKS - 1L) * Tile.WIDTH;

  private final Journal journal;
  private final Seal seal;
  private final SealRound round;
  private final @Nullable Cosigning cosigning;
  private final @Nullable Lease lease;
  private final Pauses pauses;
  private volatile CountDownLatch closing = new CountDownLatch(1);
  private boolean checked;
  private boolean consulted;
  private @Nullable Thread thread;
  private volatile @Nullable String stopped;
  private volatile @Nullable Exception failure;

  /**
   * Makes a sealer, which does nothing before it is started.
   *
   * @param witness asked to cosign each checkpoint, or null
   */
  public Sealer(
      JournalParts parts, Seal seal, LogKeys keys, @Nullable WitnessClient witness, Clock clock) {
    this(parts, seal, keys, witness, clock, null);
  }

  /**
   * Makes one of several, of which one at a time seals.
   *
   * @param lease what lets it seal, or null where there is no other
   */
  public Sealer(
      JournalParts parts,
      Seal seal,
      LogKeys keys,
      @Nullable WitnessClient witness,
      Clock clock,
      @Nullable Lease lease) {
    this(parts, seal, keys, witness, clock, lease, Pauses.USUAL);
  }

  Sealer(
      JournalParts parts,
      Seal seal,
      LogKeys keys,
      @Nullable WitnessClient witness,
      Clock clock,
      @Nullable Lease lease,
      Pauses pauses) {
    this.lease = lease;
    this.pauses = pauses;
    this.journal = parts.journal();
    this.seal = seal;
    this.round = new SealRound(journal, parts.beside(), keys, clock, lease);
    this.cosigning =
        witness == null
            ? null
            : new Cosigning(seal, parts.beside(), witness, keys, pauses, this::isOwn);
  }

  /** Why nothing is sealed any more until somebody has looked and started anew, or null. */
  @Nullable String stopped() {
    return stopped;
  }

  /** What keeps the sealer from sealing for now, or null. */
  public @Nullable Exception failure() {
    return failure;
  }

  /**
   * Sealing; waiting, while another process seals; failing, as long as a cause lasts; or stopped,
   * until somebody has looked.
   */
  public String state() {
    return stopped != null
        ? "stopped"
        : failure != null ? "failing" : isOwn() ? "sealing" : "waiting";
  }

  /** False while another process is to seal. */
  private boolean isOwn() {
    return lease == null || lease.isHeld();
  }

  /** By what name the process goes that seals, where there are several; null if nobody seals. */
  public @Nullable String sealedBy() {
    return lease == null ? null : lease.holder();
  }

  /** Why it fails or has stopped, or null. */
  public @Nullable String cause() {
    Exception failed = failure;
    return stopped != null || failed == null ? stopped : failed.toString();
  }

  /** How many entries are not sealed yet. */
  public long lag() {
    return Math.max(0, journal.head().position() - seal.size());
  }

  /** What becomes of the checkpoints with the witness, or null where there is none. */
  public @Nullable Cosigning cosigning() {
    return cosigning;
  }

  /** Begins to seal. */
  public void start() {
    closing = new CountDownLatch(1);
    checked = false;
    consulted = cosigning == null;
    thread =
        Thread.ofPlatform()
            .name("seal")
            .daemon()
            .uncaughtExceptionHandler((died, cause) -> stop("the sealer failed: " + cause))
            .start(this::follow);
  }

  private void follow() {
    try {
      while (stopped == null && !closing.await(0, TimeUnit.SECONDS)) {
        pause(attempt());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how long to rest after it. What fails must not ask the database for anything again. */
  private Duration attempt() throws InterruptedException {
    try {
      Duration rest = lease == null || lease.hold() ? consultAndAdvance() : lease.rest();
      failure = null;
      return rest;
    } catch (SealBroken broken) {
      stop(String.valueOf(broken.getMessage()));
    } catch (JournalStoppedException stopping) {
      if (stopping.mayPass()) {
        failure = stopping;
      } else {
        stop(String.valueOf(stopping.getMessage()));
      }
    } catch (SQLException | RuntimeException failed) {
      log.error("nothing is sealed for now", failed);
      failure = failed;
    }
    return pauses.afterFailure();
  }

  private Duration consultAndAdvance() throws SQLException, InterruptedException {
    consult();
    return stopped == null ? advance() : Duration.ZERO;
  }

  /**
   * The witness is asked before anything new is signed: it may know that the journal went back. The
   * very first checkpoint, that of nothing, is what it can be asked with.
   */
  private void consult() {
    if (!consulted && cosigning != null && seal.latest().isPresent()) {
      consulted = true;
      cosigning.start(closing, this::stop);
    }
  }

  private Duration advance() throws SQLException, InterruptedException {
    long before = seal.size();
    if (checked && journal.refreshedHead().position() <= before) {
      journal.head().awaitBeyond(before, GLANCE);
      return Duration.ZERO;
    }
    PublishedCheckpoint issued = round.run();
    if (issued == null) {
      return pauses.checkpoint(); // another process seals
    }
    seal.show(issued);
    checked = true;
    return issued.size() - before > ROUND ? Duration.ZERO : pauses.checkpoint();
  }

  private void pause(Duration rest) throws InterruptedException {
    if (closing.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
      log.debug("sealing ends");
    }
  }

  private void stop(String reason) {
    stopped = reason;
    log.error("SEALING HAS STOPPED: {}. Entries are still recorded, and not sealed.", reason);
  }

  /** Does not interrupt: H2 closes its file when a thread is interrupted that writes to it. */
  @Override
  public void close() {
    closing.countDown();
    Thread running = thread;
    thread = null;
    try {
      if (running != null) {
        running.join(CLOSING);
      }
      if (lease != null && stopped == null) {
        lease.giveBack();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException unreachable) {
      log.debug("whoever seals next waits until the lease has lapsed", unreachable);
    }
  }
}
