package org.chancery.journal.seal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chancery.journal.DurableWrites;
import org.chancery.journal.merkle.Hash;
import org.chancery.journal.note.SignatureLine;
import org.chancery.journal.witness.WitnessAnswer.Cosigned;
import org.chancery.journal.witness.WitnessAnswer.Refused;
import org.chancery.journal.witness.WitnessAnswer.SeenOther;
import org.chancery.journal.witness.WitnessAnswer.Unavailable;
import org.chancery.journal.witness.WitnessClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows each checkpoint to a witness, and finds out from it whether the journal went back. */
public final class Cosigning {
  private static final Logger log = LoggerFactory.getLogger(Cosigning.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int TRIES = 3;

  private final Seal seal;
  private final DurableWrites writes;
  private final WitnessClient witness;
  private volatile long seen = -1;
  private volatile @Nullable String trouble;

  Cosigning(Seal seal, DurableWrites writes, WitnessClient witness) {
    this.seal = seal;
    this.writes = writes;
    this.witness = witness;
  }

  /** The witness's name. */
  public String witness() {
    return witness.key().name();
  }

  /** The key by which its cosignatures are verified. */
  public String vkey() {
    return witness.key().toString();
  }

  /** How many entries the witness has seen since this process began, -1 before its first answer. */
  public long seen() {
    return seen;
  }

  /** Why the newest checkpoint is not cosigned, or null. */
  public @Nullable String trouble() {
    return trouble;
  }

  /**
   * Asks once, then goes on asking on a thread of its own.
   *
   * @param closing ends it
   * @param stop is told of what must stop the sealing
   */
  void start(CountDownLatch closing, Consumer<String> stop) {
    seen = -1;
    if (attempt(stop)) {
      Thread.ofPlatform().name("witness").daemon().start(() -> follow(closing, stop));
    }
  }

  private void follow(CountDownLatch closing, Consumer<String> stop) {
    try {
      boolean going = true;
      while (going && !closing.await(rest().toNanos(), TimeUnit.NANOSECONDS)) {
        going = attempt(stop);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration rest() {
    return trouble == null ? PACE : AFTER_FAILURE;
  }

  /** False where the sealing must stop. */
  private boolean attempt(Consumer<String> stop) {
    try {
      Issued latest = seal.latest().orElseThrow();
      if (latest.size() > seen) {
        ask(latest, seal.rows().seenBy(witness()), TRIES);
      } else {
        trouble = null;
      }
      return true;
    } catch (SealBroken broken) {
      trouble = broken.getMessage();
      stop.accept(String.valueOf(broken.getMessage()));
      return false;
    } catch (SQLException | RuntimeException failed) {
      trouble(failed.toString());
      return true;
    }
  }

  private void ask(Issued issued, long old, int tries) throws SQLException {
    List<Hash> proof =
        old == 0 || old > issued.size() ? List.of() : seal.proofs().consistency(old, issued.size());
    switch (witness.add(Math.min(old, issued.size()), proof, issued.note())) {
      case Cosigned(SignatureLine line) -> keep(issued, line);
      case SeenOther(long size) -> reconsider(issued, old, size, tries);
      case Refused(String why) ->
          throw new SealBroken(
              "the witness %s refuses the checkpoint of %d entries, for it does not follow from what"
                      .formatted(witness(), issued.size())
                  + " it has seen: the journal was forked ("
                  + why
                  + ")");
      case Unavailable(String why) -> trouble(why);
    }
  }

  private void reconsider(Issued issued, long old, long size, int tries) throws SQLException {
    Issued latest = seal.latest().orElseThrow();
    if (size > latest.size()) {
      throw new SealBroken(
          "the witness %s has seen %d entries, and the journal was rolled back to %d"
              .formatted(witness(), size, latest.size()));
    }
    if (size == old && latest.size() == issued.size()) {
      throw new SealBroken("the witness %s has seen another tree".formatted(witness()));
    }
    if (size < old) {
      log.warn("the witness {} forgot: it saw {} entries, and knows of {}", witness(), old, size);
    }
    if (tries == 0) {
      trouble("the witness %s names ever other sizes".formatted(witness()));
    } else {
      ask(latest, size, tries - 1);
    }
  }

  private void keep(Issued issued, SignatureLine line) throws SQLException {
    writes.write(
        connection -> {
          SealRows.in(connection).cosign(issued.size(), line);
          return line;
        });
    seen = issued.size();
    trouble = null;
    seal.refresh();
  }

  private void trouble(String why) {
    if (!why.equals(trouble)) {
      log.warn("checkpoints are not cosigned: {}", why);
    }
    trouble = why;
  }
}
