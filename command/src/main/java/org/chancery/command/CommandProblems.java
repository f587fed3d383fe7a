package org.chancery.command;

import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.annotation.MessageHandlerInvocationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.reference.Illegible;
import org.chancery.journal.CommandKey;
import org.chancery.journal.DuplicateCommandException;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStoppedException;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the domain's words why a command was not executed, or that it was before. */
final class CommandProblems {
  private static final Logger log = LoggerFactory.getLogger(CommandProblems.class);

  private static final int UNPROCESSABLE = 422;

  private final Journal journal;

  CommandProblems(Journal journal) {
    this.journal = journal;
  }

  /**
   * Those of the callers' keys that were used before: one question for the whole of a run. A single
   * command is spared it: were its key used, it would be refused or fail to append, and be {@link
   * #refused looked up} then; only a version that it names would hide that.
   */
  Set<CommandKey> usedKeys(List<Submission> run) {
    return journal.executed(
        run.stream()
            .filter(Submission::retryable)
            .filter(submission -> run.size() > 1 || submission.ifMatch() != null)
            .map(Submission::key)
            .toList());
  }

  /** The same of one that is not going to be appended, where that would find out. */
  Set<CommandKey> usedKey(Submission submission) {
    return submission.retryable() ? journal.executed(List.of(submission.key())) : Set.of();
  }

  /** The first answer again, where the caller's key was used before; or a version that differs. */
  @Nullable Outcome beforeDecision(Submission submission, Set<CommandKey> usedKeys) {
    if (usedKeys.contains(submission.key())) {
      return again(submission, entered(submission));
    }
    IfMatch ifMatch = submission.ifMatch();
    if (ifMatch != null && !ifMatch.fits(journal.versionOf(submission.command().subject()))) {
      return new Refused(versionConflict(submission));
    }
    return null;
  }

  /**
   * What a failure means: a refusal; or the first answer again, where the same key was entered in
   * the meantime. Never fails itself: others of the same run may have been entered.
   */
  Outcome refused(Submission submission, Throwable failure) {
    try {
      List<Entry> meanwhile = mayStand(submission, failure) ? entered(submission) : List.of();
      return meanwhile.isEmpty()
          ? new Refused(of(submission, failure))
          : again(submission, meanwhile);
    } catch (RuntimeException unreachable) {
      unreachable.addSuppressed(failure);
      return new Refused(unexpected(submission, unreachable));
    }
  }

  private static boolean mayStand(Submission submission, Throwable failure) {
    return submission.retryable() || failure instanceof DuplicateCommandException;
  }

  private List<Entry> entered(Submission submission) {
    return journal.ofCommand(submission.key());
  }

  private Problem of(Submission submission, Throwable failure) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case Refusal refusal -> of(refusal).naming(positions(submission, refusal.versions()));
      case InvalidValue invalid -> Problem.of(invalid.code(), invalid.detail());
      case JournalStoppedException stopped ->
          Problem.of(RequestCode.JOURNAL_STOPPED, String.valueOf(stopped.getMessage()));
      case ConcurrencyException conflict -> versionConflict(submission);
      case SerializationException unreadable -> illegible(submission, unreadable);
      case MessageHandlerInvocationException handling
          when handling.getCause() instanceof SerializationException unreadable ->
          illegible(submission, unreadable);
      case CommandExecutionException wrapped when wrapped.getCause() != null ->
          of(submission, wrapped.getCause());
      default -> unexpected(submission, failure);
    };
  }

  /** What the content names and nothing is called is 422; 404 is of addresses and subjects. */
  private static Problem of(Refusal refusal) {
    Problem problem = Problem.of(refusal.code(), refusal.detail()).with(refusal.faults());
    return refusal.code() == RefusalCode.UNKNOWN_ENTRY ? problem.at(UNPROCESSABLE) : problem;
  }

  /** That the subject cannot be read is nothing to try again. */
  private Problem illegible(Submission submission, SerializationException failure) {
    Illegible subject = Illegible.in(journal, submission.command().subject());
    return subject.entries().isEmpty() ? unexpected(submission, failure) : subject.problem();
  }

  private static Problem unexpected(Submission submission, Throwable failure) {
    log.error("command on {} failed", submission.command().subject(), failure);
    return unavailable();
  }

  /** 503: nobody knows yet what becomes of the command. */
  static Problem unavailable() {
    return Problem.of(
        RequestCode.JOURNAL_UNAVAILABLE,
        "the journal did not confirm the entry; send it again with the same Idempotency-Key");
  }

  private static Outcome again(Submission submission, List<Entry> before) {
    boolean same =
        before.getFirst().attribution().digest().equals(submission.attribution().digest());
    return same
        ? new Recorded(before, true)
        : new Refused(
            Problem.of(
                    RequestCode.IDEMPOTENCY_MISMATCH,
                    "the key '%s' was used for another command"
                        .formatted(submission.attribution().commandId()))
                .naming(before.stream().map(Entry::position).toList()));
  }

  private Problem versionConflict(Submission submission) {
    long version = journal.versionOf(submission.command().subject());
    return Problem.of(
        RequestCode.VERSION_CONFLICT,
        "%s is at version %d".formatted(submission.command().subject(), version));
  }

  private List<Long> positions(Submission submission, List<Long> versions) {
    String subject = submission.command().subject().toString();
    return versions.stream()
        .flatMap(version -> journal.ofSubject(subject, version, 1).stream())
        .map(Entry::position)
        .toList();
  }
}
