package org.chancery.intake.ledger;

import static org.chancery.intake.ledger.RemoteSubmitter.words;

import java.util.List;
import java.util.function.BiConsumer;
import org.chancery.command.CommandBatch;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Foresight;
import org.chancery.command.Outcome;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.source.Draft;
import org.chancery.journal.ImportRun;
import org.chancery.shared.ProblemException;
import org.chancery.shared.entry.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** Hands drafts in to the ledger of this process. */
public final class LocalSubmitter implements Submitter {
  private final CommandReader reader;
  private final String principal;
  private final ImportRun run;
  private final @Nullable Foresight foresight;
  private final CommandBatch<Draft> batch;

  public LocalSubmitter(
      CommandReader reader,
      CommandDispatcher dispatcher,
      String principal,
      ImportRun run,
      @Nullable Foresight foresight,
      BiConsumer<Draft, Verdict> verdicts) {
    this.reader = reader;
    this.principal = principal;
    this.run = run;
    this.foresight = foresight;
    this.batch =
        new CommandBatch<>(
            dispatcher, (draft, outcome) -> verdicts.accept(draft, verdict(draft, outcome)));
  }

  @Override
  public void submit(Draft draft) {
    Envelope envelope = new Envelope(principal, draft.key(), null, run.correlation());
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
      LedgerCommand command = reader.correction(unread, principal);
      batch.add(draft, reader.submission(command, draft.provenance(), draft.key(), envelope));
    } catch (ProblemException refused) {
      batch.add(draft, refused.problem());
    }
  }

  private List<String> warnings(Draft draft, long position) {
    return foresight == null || draft.command() instanceof UnreadCorrection
        ? List.of()
        : foresight.warnings(draft.command(), position).stream()
            .map(warning -> words(warning.code(), warning.subject(), warning.detail()))
            .toList();
  }

  @Override
  public void finish() {
    batch.flush();
  }

  private Verdict verdict(Draft draft, Outcome outcome) {
    return switch (outcome) {
      case Recorded(var entries, var replayed) ->
          replayed
              ? new Verdict.Unchanged()
              : new Verdict.Entered(warnings(draft, entries.getFirst().position() - 1));
      case Refused(var problem) -> new Verdict.Declined(problem.code(), problem.detail());
    };
  }
}
