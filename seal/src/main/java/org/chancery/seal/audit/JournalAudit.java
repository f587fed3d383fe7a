package org.chancery.seal.audit;

import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.chancery.journal.JournalSerializer;
import org.chancery.journal.JournalWalk;
import org.chancery.journal.JournalWalk.Line;
import org.chancery.seal.SealRecords;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Walks a journal and its seal from end to end. Nobody may write to it meanwhile. */
public final class JournalAudit {
  private static final int PAGE = 1_000;

  private final DataSource source;
  private final JournalWalk journal;
  private final Findings findings;

  /**
   * @param source a copy, or one transaction's view of the database
   */
  public JournalAudit(DataSource source, Findings findings) {
    this.source = source;
    this.journal = new JournalWalk(source);
    this.findings = findings;
  }

  /** How many entries there are to walk. */
  public long last() {
    return journal.last();
  }

  /**
   * Looks at all.
   *
   * @param keys by which the log signs; none where it never was sealed
   * @param kept a checkpoint that somebody kept elsewhere
   * @param progress told of the positions that were passed
   */
  public void run(List<VerifierKey> keys, @Nullable TrustedCheckpoint kept, LongConsumer progress) {
    SealAudit seal = seal(keys, kept);
    EntryAudit entries = new EntryAudit(journal, new JournalSerializer(), findings);
    long at = Long.MIN_VALUE;
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
    OrderAudit order = new OrderAudit(source, findings);
    order.versions();
    order.commands();
  }

  private @Nullable SealAudit seal(List<VerifierKey> keys, @Nullable TrustedCheckpoint kept) {
    SealRecords seal = new SealRecords(source);
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
    CheckpointAudit checkpoints = new CheckpointAudit(seal, keys, kept, findings);
    return new SealAudit(new TreeAudit(seal, checkpoints, findings), findings);
  }
}
