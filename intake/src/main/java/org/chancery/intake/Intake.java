package org.chancery.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.chancery.intake.Summary.Fate;
import org.chancery.intake.gazetteer.CountryNames;
import org.chancery.intake.ledger.Submitter;
import org.chancery.intake.ledger.Verdict;
import org.chancery.intake.ledger.Verdict.Declined;
import org.chancery.intake.ledger.Verdict.Entered;
import org.chancery.intake.ledger.Verdict.Unchanged;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.SourceReader;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.mission.MissionCommand.NoteMissionDiscrepancy;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;

/**
 * Takes a source in. What history refuses of relations is kept as a discrepancy; every record that
 * does not stand as the source has it is reported with its reason.
 */
public final class Intake {
  private final Report report;
  private final LongConsumer progress;
  private final boolean keepsDiscrepancies;
  private final IdentityHashMap<Draft, Draft> corroborated = new IdentityHashMap<>();
  private final Deque<Draft> discrepancies = new ArrayDeque<>();
  private final Set<String> settled = new HashSet<>();
  private Summary summary = Summary.NONE;

  /** Receives the records that are suspicious or were refused. */
  @FunctionalInterface
  public interface Report {
    void write(String origin, String outcome, List<String> reasons);
  }

  /**
   * Reports to the given places.
   *
   * @param progress told the number of records dealt with
   * @param keepsDiscrepancies true where a statement that history refuses is kept beside it
   */
  public Intake(Report report, LongConsumer progress, boolean keepsDiscrepancies) {
    this.report = report;
    this.progress = progress;
    this.keepsDiscrepancies = keepsDiscrepancies;
  }

  /** Takes all of a source in. */
  public Summary take(SourceReader reader, Path source, Submitter.Factory ledger)
      throws IOException {
    Submitter submitter = ledger.reportingTo(this::judge);
    try {
      reader.read(source, reading -> take(reading, submitter));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    submitter.finish();
    for (Draft next = discrepancies.poll(); next != null; next = discrepancies.poll()) {
      submitter.submit(next);
    }
    submitter.finish();
    return summary;
  }

  private void take(ParsedRecord reading, Submitter submitter) {
    switch (reading) {
      case RejectedRecord malformed -> {
        report.write(malformed.place(), Fate.REFUSED.text(), List.of(malformed.reason()));
        if (malformed.isRecord()) {
          count(Fate.REFUSED, false);
        } else {
          summary = summary.refusing();
        }
      }
      case UnchangedRecord(var draft, var corroboration) -> {
        if (corroboration == null) {
          stands(draft, false);
        } else {
          corroborated.put(corroboration, draft);
          submit(corroboration, submitter);
        }
      }
      case Draft draft -> submit(draft, submitter);
    }
  }

  /** Whether an unlisted country is registered must be known before its first record is judged. */
  private static void submit(Draft draft, Submitter submitter) {
    try {
      submitter.submit(draft);
      if (unlisted(draft).isPresent()) {
        submitter.finish();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is corroborated was on record before, whether its corroboration was or not. */
  private void judge(Draft draft, Verdict verdict) {
    Draft onRecord = corroborated.remove(draft);
    switch (verdict) {
      case Entered _ -> stands(onRecord == null ? draft : onRecord, onRecord == null);
      case Unchanged() -> stands(onRecord == null ? draft : onRecord, false);
      case Declined declined -> declined(draft, declined);
    }
  }

  private static Optional<String> unlisted(Draft draft) {
    return draft.registers()
            && draft.command() instanceof RegisterParty of
            && !CountryNames.isListed(of.party())
        ? Optional.of(CountryNames.unlisted(of.party()))
        : Optional.empty();
  }

  private void stands(Draft draft, boolean isNew) {
    List<String> flags = draft.flags().stream().filter(flag -> !settled.contains(flag)).toList();
    Fate fate = isNew ? Fate.entered(draft) : Fate.UNCHANGED;
    if (!flags.isEmpty()) {
      report.write(draft.origin(), isNew && draft.registers() ? "registered" : fate.text(), flags);
    }
    if (!draft.registers()) {
      count(fate, !flags.isEmpty());
    }
  }

  private void declined(Draft draft, Declined declined) {
    boolean isKnown = keepsDiscrepancies && declined.code().equals("IDEMPOTENCY_MISMATCH");
    if (draft.registers()
        && (isKnown || declined.code().equals(RefusalCode.ALREADY_EXISTS.name()))) {
      unlisted(draft).ifPresent(settled::add); // somebody else has registered it
      return;
    }
    Optional<Draft> discrepancy =
        keepsDiscrepancies ? draft.asDiscrepancy(declined.detail()) : Optional.empty();
    if (isKnown) {
      stands(draft, false); // noted as a discrepancy, or written in other letters, before
    } else if (discrepancy.isPresent()
        && !(draft.command() instanceof NoteDiscrepancy)
        && !(draft.command() instanceof NoteMissionDiscrepancy)) {
      discrepancies.add(discrepancy.get().keptAsDiscrepancy(declined.detail()));
    } else {
      report.write(
          draft.origin(), Fate.REFUSED.text(), List.of(declined.code() + ": " + declined.detail()));
      count(Fate.REFUSED, false);
    }
  }

  private void count(Fate fate, boolean isFlagged) {
    summary = summary.plus(fate, isFlagged);
    progress.accept(summary.read());
  }
}
