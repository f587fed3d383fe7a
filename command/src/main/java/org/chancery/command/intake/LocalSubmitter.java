package org.chancery.command.intake;

import java.util.function.BiConsumer;
import org.chancery.command.Batch;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.Registrar;
import org.chancery.command.UnreadCorrection;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.ProblemException;

/** Hands drafts in to the ledger of this process. */
public final class LocalSubmitter implements Submitter {
  private final CommandReader reader;
  private final String principal;
  private final Batch<Draft> batch;

  public LocalSubmitter(
      CommandReader reader,
      Registrar registrar,
      String principal,
      BiConsumer<Draft, Verdict> verdicts) {
    this.reader = reader;
    this.principal = principal;
    this.batch =
        new Batch<>(registrar, (draft, outcome) -> verdicts.accept(draft, verdict(outcome)));
  }

  @Override
  public void submit(Draft draft) {
    Envelope envelope = new Envelope(principal, draft.key(), null, null);
    if (draft.command() instanceof UnreadCorrection unread) {
      batch.flush();
      correct(draft, unread, envelope);
    } else {
      batch.add(
          draft, reader.submission(draft.command(), draft.provenance(), draft.key(), envelope));
    }
  }

  private void correct(Draft draft, UnreadCorrection unread, Envelope envelope) {
    try {
      LedgerCommand command = reader.correction(unread);
      batch.add(draft, reader.submission(command, draft.provenance(), draft.key(), envelope));
    } catch (ProblemException refused) {
      batch.add(draft, refused.problem());
    }
  }

  @Override
  public void finish() {
    batch.flush();
  }

  private static Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case Recorded(var _, var replayed) ->
          replayed ? new Verdict.Unchanged() : new Verdict.Entered();
      case Refused(var problem) -> new Verdict.Declined(problem.code(), problem.detail());
    };
  }
}
