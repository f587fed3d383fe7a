package org.chancery.seal.audit;

import java.time.Duration;
import java.time.Instant;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalWalk.Line;
import org.chancery.seal.SealedAs;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.audit.Fault.Kind;
import org.jspecify.annotations.Nullable;

/** Looks whether each entry is the one that was sealed. */
final class SealAudit {
  /** Sealing is a second behind; where entries went on for so much longer, the seal was cut. */
  private static final Duration LAG = Duration.ofMinutes(1);

  /** Nothing erases an entry as yet, so whoever destroyed a salt may have changed the content. */
  private static final String UNSHOWN =
      "its salt is destroyed, so its content cannot be shown to be what was sealed";

  private final TreeAudit tree;
  private final Findings findings;
  private long leaf;
  private @Nullable Instant unsealed;
  private Instant last = Instant.EPOCH;
  private long end;

  SealAudit(TreeAudit tree, Findings findings) {
    this.tree = tree;
    this.findings = findings;
    this.leaf = tree.passed();
    this.end = leaf;
  }

  /** In order of position. */
  void on(Line line) {
    long position = line.position();
    if (position < 1) {
      return;
    }
    pass(Math.min(position - 1, tree.size()));
    end = position;
    if (position <= tree.size()) {
      leaf = position;
      compare(line, tree.next(position));
    } else if (line instanceof Line.Read(Entry entry)) {
      unsealed = unsealed == null ? entry.recordedAt() : unsealed;
      last = entry.recordedAt();
    }
  }

  /** What lacks in the journal is in the tree all the same. */
  private void pass(long position) {
    tree.pass(leaf + 1, position);
    leaf = Math.max(leaf, position);
  }

  private void compare(Line line, @Nullable SealedEntry sealed) {
    if (line instanceof Line.Read(Entry entry) && sealed != null) {
      switch (compare(sealed, entry)) {
        case ITSELF -> {}
        case ERASED -> findings.add(Kind.LEAF, entry.position(), UNSHOWN);
        case ANOTHER ->
            findings.add(Kind.LEAF, entry.position(), "is not the entry that was sealed");
      }
    }
  }

  private static SealedAs compare(SealedEntry sealed, Entry entry) {
    try {
      return sealed.compare(entry);
    } catch (IllegalStateException tooLong) {
      return SealedAs.ANOTHER;
    }
  }

  /** After the last entry. */
  void end() {
    if (end < tree.size()) {
      findings.add(
          Kind.POSITION, end + 1, tree.size(), "was sealed, and is in the journal no more");
    }
    pass(tree.size());
    tree.end();
    Instant first = unsealed;
    if (first != null && first.plus(LAG).isBefore(last)) {
      findings.add(
          Kind.TREE, tree.size() + 1, end, "is not sealed, and others were recorded long after it");
    } else if (first != null) {
      findings.note("%d entries are not sealed yet".formatted(end - tree.size()));
    }
  }
}
