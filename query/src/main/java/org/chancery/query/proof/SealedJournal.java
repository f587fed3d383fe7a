package org.chancery.query.proof;

import java.time.Duration;
import java.util.Optional;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.seal.LogKeys;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedAs;
import org.chancery.seal.SealedEntry;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Entries that are sealed, or the problem that they are not. */
@Component
public final class SealedJournal {
  private static final Logger log = LoggerFactory.getLogger(SealedJournal.class);

  /** A new entry is sealed within a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Journal journal;
  private final Seal seal;
  private final ObjectProvider<LogKeys> keys;

  SealedJournal(Journal journal, Seal seal, ObjectProvider<LogKeys> keys) {
    this.journal = journal;
    this.seal = seal;
    this.keys = keys;
  }

  /** The entry at a position, once it is sealed. */
  Entry entry(long position) {
    journal.refreshedHead();
    Entry entry =
        journal
            .at(position)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            RefusalCode.UNKNOWN_SUBJECT,
                            "the journal has no entry at position %d".formatted(position))));
    awaitSeal(position);
    return entry;
  }

  private void awaitSeal(long position) {
    try {
      if (!seal.await(position, PATIENCE)) {
        throw new ProblemException(
            Problem.of(
                RequestCode.NOT_YET, "the entry at %d is not sealed yet".formatted(position)));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(RequestCode.NOT_YET, "the ledger stops"));
    }
  }

  /** What the seal holds of an entry; a problem where the entry is no longer that one. */
  SealedEntry sealOf(Entry entry) {
    return asSealed(entry, seal.entry(entry.position()));
  }

  /** The seal of the entry; a problem where it is that of another. */
  static SealedEntry asSealed(Entry entry, SealedEntry sealed) {
    if (sealed.compare(entry) == SealedAs.ANOTHER) {
      throw notAsSealed(entry.position());
    }
    return sealed;
  }

  /** Told in the ledger's own log as well: whoever runs it must know. */
  static ProblemException notAsSealed(long position) {
    log.error("the entry at {} is not the one that was sealed; run ./chancery check", position);
    return new ProblemException(
        Problem.of(
            RequestCode.NOT_AS_SEALED,
            "the entry at %d is not the one that was sealed".formatted(position)));
  }

  /** The newest checkpoint; a problem where there is none. */
  public PublishedCheckpoint latest() {
    return seal.latest()
        .orElseThrow(
            () -> new ProblemException(Problem.of(RequestCode.NOT_YET, "nothing is sealed yet")));
  }

  /** The checkpoint of a size; a problem where none was issued. */
  PublishedCheckpoint issued(long size) {
    return at(size)
        .orElseThrow(() -> invalidSize("no checkpoint of %d entries was issued".formatted(size)));
  }

  /** The checkpoint of a size, where one was issued and is on the disk. */
  Optional<PublishedCheckpoint> at(long size) {
    return size > seal.size()
        ? Optional.empty()
        : seal.issuedAfter(size - 1, 1).stream()
            .filter(issued -> issued.size() == size)
            .findFirst();
  }

  /** The log's keys; a problem where nothing is sealed and they are not known here. */
  public LogKeys keys() {
    LogKeys known = keys.getIfAvailable();
    if (known == null) {
      throw notSealedHere();
    }
    return known;
  }

  /** The same for who signs with them; a problem where they are known alone. */
  public LogKeys signingKeys() {
    LogKeys known = keys();
    if (known.signing().isEmpty()) {
      throw notSealedHere();
    }
    return known;
  }

  private ProblemException notSealedHere() {
    return new ProblemException(
        journal.isShared()
            ? Problem.of(
                RequestCode.NOT_HERE,
                "this server has no keys of the log: ask one that seals the journal")
            : Problem.of(RequestCode.NOT_FOUND, "the journal is not sealed here"));
  }

  static ProblemException invalidSize(String detail) {
    return new ProblemException(Problem.of(RequestCode.INVALID_TREE_SIZE, detail));
  }
}
