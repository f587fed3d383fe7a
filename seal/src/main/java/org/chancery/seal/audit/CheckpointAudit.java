package org.chancery.seal.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.chancery.seal.SealRecords;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.merkle.Edge;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Holds every checkpoint ever issued, and one that somebody kept, against the tree as it grows. The
 * keys come from elsewhere than the database: who can write there cannot sign.
 */
final class CheckpointAudit {
  private static final int PAGE = 1_000;

  private final SealRecords seal;
  private final List<VerifierKey> keys;
  private final @Nullable TrustedCheckpoint kept;
  private final Findings findings;
  private final Deque<Long> sizes = new ArrayDeque<>();
  private long read;
  private long agreed;
  private long disagreeing;
  private boolean met;

  CheckpointAudit(
      SealRecords seal,
      List<VerifierKey> keys,
      @Nullable TrustedCheckpoint kept,
      long covered,
      Findings findings) {
    this.seal = seal;
    this.keys = List.copyOf(keys);
    this.kept = kept;
    this.read = covered - 1;
    this.findings = findings;
  }

  /** The tree has grown by a leaf. */
  void at(Edge tree) {
    if (next() == tree.size()) {
      sizes.removeFirst();
      String what = "the checkpoint of %d entries".formatted(tree.size());
      findings.attempt(
          Kind.CHECKPOINT, what, () -> compare(seal.at(tree.size()).orElseThrow().note(), tree));
    }
    if (kept != null && !met && kept.size() == tree.size()) {
      met = true;
      compare(kept.note(), tree);
    }
  }

  private long next() {
    if (sizes.isEmpty()) {
      sizes.addAll(seal.sizes(read, PAGE));
      read = sizes.isEmpty() ? Long.MAX_VALUE - 1 : sizes.getLast();
    }
    return sizes.isEmpty() ? Long.MAX_VALUE : sizes.getFirst();
  }

  private void compare(SignedNote note, Edge tree) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    long size = tree.size();
    if (!note.isSignedBy(keys) || !checkpoint.origin().equals(keys.getFirst().name())) {
      findings.add(
          Kind.CHECKPOINT,
          size,
          "the checkpoint of %d entries is not signed by the log's key".formatted(size));
    }
    if (checkpoint.size() == size && checkpoint.root().equals(tree.root())) {
      agreed = disagreeing == 0 ? size : agreed;
    } else if (disagreeing++ == 0) {
      findings.add(
          Kind.CHECKPOINT,
          agreed + 1,
          Math.max(size, agreed + 1),
          "one of these is not what was signed: the checkpoint of %d entries is of another tree"
              .formatted(size));
    }
  }

  /** The tree is whole. */
  void end(long size) {
    if (disagreeing > 1) {
      findings.note("%d checkpoints are of another tree".formatted(disagreeing));
    }
    if (kept != null && !met) {
      gone(kept, size, findings);
    }
  }

  /** So many entries are sealed by now, and more of them were. */
  static void gone(TrustedCheckpoint kept, long size, Findings findings) {
    findings.add(
        Kind.CHECKPOINT,
        size + 1,
        Math.max(size + 1, kept.size()),
        "was sealed when the kept checkpoint was signed, and is not any more: the ledger went"
            + " back");
  }
}
