package org.chancery.seal.audit;

import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.chancery.journal.JournalSerializer;
import org.chancery.journal.JournalWalk;
import org.chancery.journal.JournalWalk.Line;
import org.chancery.seal.SealRecords;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.merkle.Edge;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Walks a journal and its seal to the end. Nobody may write to it meanwhile. */
public final class JournalAudit {
  private static final int PAGE = 1_000;

  private final DataSource source;
  private final JournalWalk journal;
  private final SealRecords seal;
  private final Findings findings;

  /**
   * @param source a copy, or one transaction's view of the database
   */
  public JournalAudit(DataSource source, Findings findings) {
    this.source = source;
    this.journal = new JournalWalk(source);
    this.seal = new SealRecords(source);
    this.findings = findings;
  }

  /** How many entries there are to walk. */
  public long last() {
    return journal.last();
  }

  /**
   * Looks at all, or at what came after a checkpoint. What stood before is then taken to be as it
   * was when the checkpoint was made: only the hashes that were sealed of it are held against it.
   * Where they are not the checkpoint's, all is looked at.
   *
   * @param keys by which the log signs; none where it never was sealed
   * @param kept a checkpoint that somebody kept elsewhere
   * @param onlyAfter true where what it covers was checked before
   * @param progress told of the positions that were passed
   */
  public void run(
      List<VerifierKey> keys,
      @Nullable TrustedCheckpoint kept,
      boolean onlyAfter,
      LongConsumer progress) {
    Edge tree = kept != null && onlyAfter ? treeOf(kept) : new Edge();
    long covered = tree.size();
    SealAudit seal = seal(keys, kept, tree);
    EntryAudit entries = new EntryAudit(journal, covered, new JournalSerializer(), findings);
    long at = covered == 0 ? Long.MIN_VALUE : covered;
    for (List<Line> page = journal.after(at, PAGE); !page.isEmpty(); ) {
      for (Line line : page) {
        entries.on(line);
        if (seal != null) {
          seal.on(line);
        }
      }
      at = page.getLast().position();
      progress.accept(at);
      page = journal.after(at, PAGE);
    }
    findings.attempt(Kind.HEAD, "the head", entries::end);
    if (seal != null) {
      findings.attempt(Kind.TREE, "the seal's end", seal::end);
    }
    OrderAudit order = new OrderAudit(source, journal, covered, findings);
    order.versions();
    order.commands();
  }

  /** The tree that a checkpoint is of, as it is sealed; the empty one where it is another. */
  private Edge treeOf(TrustedCheckpoint kept) {
    try {
      if (kept.size() <= Math.min(seal.lastSize(), last())) {
        Edge tree = Edge.of(kept.size(), seal::tile);
        if (tree.root().equals(kept.checkpoint().root())) {
          findings.note("the entries up to position %d were not looked at".formatted(kept.size()));
          return tree;
        }
      }
    } catch (RuntimeException damaged) {
      findings.note("the tree of the kept checkpoint cannot be read: " + damaged.getMessage());
    }
    findings.note("the seal is not that of the kept checkpoint any more, so all was looked at");
    return new Edge();
  }

  private @Nullable SealAudit seal(
      List<VerifierKey> keys, @Nullable TrustedCheckpoint kept, Edge tree) {
    boolean sealed = seal.lastSize() >= 0;
    if (sealed == keys.isEmpty()) {
      findings.add(
          Kind.CHECKPOINT,
          0,
          sealed ? "no verifier key is known" : "there are keys, and no checkpoint of theirs");
    }
    if (!sealed && kept != null) {
      CheckpointAudit.gone(kept, 0, findings);
    }
    if (!sealed || keys.isEmpty()) {
      return null;
    }
    CheckpointAudit checkpoints = new CheckpointAudit(seal, keys, kept, tree.size(), findings);
    return new SealAudit(new TreeAudit(seal, checkpoints, tree, findings), findings);
  }
}
