package org.chancery.seal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.chancery.journal.DurableWrites;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.witness.WitnessAnswer.Cosigned;
import org.chancery.seal.witness.WitnessAnswer.Refused;
import org.chancery.seal.witness.WitnessAnswer.SeenOther;
import org.chancery.seal.witness.WitnessAnswer.Unavailable;
import org.chancery.seal.witness.WitnessClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows each checkpoint to a witness, and finds out from it whether the journal went back. A
 * witness that disagrees is asked again, and told loudly; the sealing stops only where it shows a
 * checkpoint that this log signed and that is not of this journal. Anyone can answer 409.
 */
public final class Cosigning {
  private static final Logger log = LoggerFactory.getLogger(Cosigning.class);
  private static final int TRIES = 3;

  private final Seal seal;
  private final DurableWrites writes;
  private final WitnessClient witness;
  private final LogKeys keys;
  private final Pauses pauses;
  private final BooleanSupplier own;
  private volatile long seen = -1;
  private volatile State state = State.FINE;

  /**
   * Makes one that has not asked yet.
   *
   * @param own false while another process seals, which then asks
   */
  Cosigning(
      Seal seal,
      DurableWrites writes,
      WitnessClient witness,
      LogKeys keys,
      Pauses pauses,
      BooleanSupplier own) {
    this.seal = seal;
    this.writes = writes;
    this.witness = witness;
    this.keys = keys;
    this.pauses = pauses;
    this.own = own;
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
    return state.trouble;
  }

  /** True while the witness says, and does not prove, that the journal is not what it has seen. */
  public boolean disagrees() {
    return state.disagrees;
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
    return state.trouble == null ? pauses.look() : pauses.afterTrouble();
  }

  /** False where the sealing must stop. */
  private boolean attempt(Consumer<String> stop) {
    if (!own.getAsBoolean()) {
      state = State.FINE;
      return true;
    }
    try {
      PublishedCheckpoint latest = seal.latest().orElseThrow();
      if (latest.size() > seen) {
        ask(latest, seal.rows().seenBy(witness()), TRIES);
      } else {
        state = State.FINE;
      }
      return true;
    } catch (SealBroken broken) {
      state = new State(broken.getMessage(), false);
      stop.accept(String.valueOf(broken.getMessage()));
      return false;
    } catch (SQLException | RuntimeException failed) {
      trouble(failed.toString(), false);
      return true;
    }
  }

  private void ask(PublishedCheckpoint issued, long old, int tries) throws SQLException {
    List<Hash> proof =
        old == 0 || old > issued.size() ? List.of() : seal.proofs().consistency(old, issued.size());
    switch (witness.add(Math.min(old, issued.size()), proof, issued.note())) {
      case Cosigned(SignatureLine line) -> keep(issued, line);
      case SeenOther(long size) -> reconsider(issued, old, size, tries);
      case Refused(String why) ->
          contradicted(
              "the checkpoint of %d entries does not follow from what it has seen (%s)"
                  .formatted(issued.size(), why));
      case Unavailable(String why) -> trouble(why, false);
    }
  }

  private void reconsider(PublishedCheckpoint issued, long old, long size, int tries)
      throws SQLException {
    PublishedCheckpoint latest = seal.latest().orElseThrow();
    if (size > latest.size()) {
      contradicted("it has seen %d entries, and %d are sealed".formatted(size, latest.size()));
      return;
    }
    if (size == old && latest.size() == issued.size()) {
      contradicted("it has seen another tree of %d entries".formatted(size));
      return;
    }
    if (size < old) {
      log.warn("the witness {} forgot: it saw {} entries, and knows of {}", witness(), old, size);
    }
    if (tries == 0) {
      trouble("the witness %s names ever other sizes".formatted(witness()), false);
    } else {
      ask(latest, size, tries - 1);
    }
  }

  private void contradicted(String claim) {
    Optional<Checkpoint> shown = witness.last(keys.origin()).flatMap(this::ownCheckpoint);
    if (shown.isPresent()) {
      requireConsistent(shown.get());
    }
    trouble("THE WITNESS %s DISAGREES, without proof: %s".formatted(witness(), claim), true);
  }

  private Optional<Checkpoint> ownCheckpoint(SignedNote note) {
    try {
      Checkpoint shown = Checkpoint.parse(note.text());
      boolean own = shown.origin().equals(keys.origin()) && note.isSignedBy(keys.known());
      return own ? Optional.of(shown) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private void requireConsistent(Checkpoint shown) {
    long size = seal.size();
    if (shown.size() > size) {
      throw new SealBroken(
          ("the witness %s has seen %d entries, signed by this log, and the seal ends at %d:"
                  + " the journal was rolled back")
              .formatted(witness(), shown.size(), size));
    }
    if (!seal.proofs().root(shown.size()).equals(shown.root())) {
      throw new SealBroken(
          ("the witness %s has another tree of %d entries, signed by this log:"
                  + " the journal was forked")
              .formatted(witness(), shown.size()));
    }
  }

  private void keep(PublishedCheckpoint issued, SignatureLine line) throws SQLException {
    writes.write(
        connection -> {
          SealRows.in(connection).cosign(issued.size(), line);
          return line;
        });
    seen = issued.size();
    state = State.FINE;
    seal.refresh();
  }

  private void trouble(String why, boolean disagrees) {
    if (!why.equals(state.trouble)) {
      log.error("checkpoints are not cosigned: {}", why);
    }
    state = new State(why, disagrees);
  }

  private record State(@Nullable String trouble, boolean disagrees) {
    static final State FINE = new State(null, false);
  }
}
