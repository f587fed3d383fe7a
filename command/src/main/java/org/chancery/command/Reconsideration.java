package org.chancery.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.caching.Cache;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.reference.Tail;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.Journal.Footing;
import org.chancery.journal.Journal.Standing;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a command decided again where what another process has recorded overtakes its decision. What
 * is recorded is safe by itself: the append fails where its subject has another version, or the
 * registry has moved. A refusal is given only where both are still those that it rests on.
 */
final class Reconsideration {
  private static final Logger log = LoggerFactory.getLogger(Reconsideration.class);

  /** Each that is lost is one in which another process recorded something. */
  private static final int TURNS = 50;

  private static final int SERVER_ERROR = 500;

  private final Journal journal;
  private final Tail tail;
  private final Cache aggregates;

  Reconsideration(Journal journal, Tail tail, Cache aggregates) {
    this.journal = journal;
    this.tail = tail;
    this.aggregates = aggregates;
  }

  /** Up to which position a decision that begins now knows what its names stand for. */
  long learnt(Submission submission) {
    return submission.learnt(tail.learnt());
  }

  /**
   * Decides until nothing overtakes the decision; 503 where something always does.
   *
   * @param decision null where it was overtaken before it could be appended
   * @param unread what it means that the command can no longer be read
   */
  Outcome settle(
      Submission submission,
      Function<Submission, @Nullable Outcome> decision,
      Function<ProblemException, Outcome> unread) {
    Submission current = submission;
    Footing footing = null;
    try {
      for (int turn = 0; turn < TURNS; turn++) {
        Outcome outcome = decision.apply(current);
        if (outcome != null && stands(outcome, current, footing)) {
          return outcome;
        }
        tail.catchUp();
        long learnt = tail.learnt();
        current = current.again();
        aggregates.remove(current.subject());
        footing = new Footing(learnt, journal.versionOf(current.command().subject()));
      }
    } catch (ProblemException unreadable) {
      return unread.apply(unreadable);
    } catch (RuntimeException unreachable) {
      log.error("what others have recorded is not known", unreachable);
      return new Refused(CommandProblems.unavailable());
    }
    log.warn("{} was overtaken too often", submission.subject());
    return new Refused(CommandProblems.unavailable());
  }

  private boolean stands(Outcome outcome, Submission submission, @Nullable Footing rested) {
    if (outcome instanceof Recorded) {
      learnOf(submission);
      return true;
    }
    return !mayBeOvertaken(outcome)
        || (rested != null && isStill(rested, submission, rested.version()));
  }

  /** So that what comes next need not be decided again for it. */
  private void learnOf(Submission recorded) {
    if (recorded.registers()) {
      try {
        tail.catchUp();
      } catch (RuntimeException later) {
        log.debug("what was registered is learnt later", later);
      }
    }
  }

  private boolean mayBeOvertaken(Outcome outcome) {
    return tail.isShared()
        && outcome instanceof Refused(var problem)
        && problem.status() < SERVER_ERROR;
  }

  private boolean isStill(Footing rested, Submission submission, long version) {
    Footing now = journal.footing(submission.command().subject());
    return now.registry() <= rested.registry() && now.version() == version;
  }

  /** Knows all that is on record by now, before several are decided together. */
  Basis basis(List<Submission> run) {
    if (!tail.isShared()) {
      return new Basis(tail.learnt(), Map.of());
    }
    tail.catchUp();
    long learnt = tail.learnt();
    Set<String> subjects = run.stream().map(Submission::subject).collect(Collectors.toSet());
    subjects.forEach(aggregates::remove);
    return new Basis(learnt, journal.standing(subjects, journal.head().position()));
  }

  /**
   * On what a run of submissions is decided.
   *
   * @param standing the versions of its subjects
   */
  record Basis(long learnt, Map<String, Standing> standing) {
    /** What the append of the run asks for. */
    long learnt(List<Submission> run) {
      return run.stream().mapToLong(each -> each.learnt(learnt)).min().orElse(learnt);
    }
  }

  /** The outcomes of a run, those decided again that were overtaken. */
  List<Outcome> settle(
      List<Submission> run,
      List<Outcome> outcomes,
      Basis basis,
      Function<Submission, Outcome> again) {
    Map<String, Long> versions = new HashMap<>();
    basis.standing().forEach((subject, standing) -> versions.put(subject, standing.version()));
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Recorded(var entries, var replayed) && !replayed) {
        Entry last = entries.getLast();
        versions.merge(last.subject().toString(), last.version(), Math::max);
      }
    }
    List<Outcome> settled = new ArrayList<>();
    for (int n = 0; n < run.size(); n++) {
      Submission submission = run.get(n);
      Footing rested =
          new Footing(
              submission.learnt(basis.learnt()), versions.getOrDefault(submission.subject(), 0L));
      boolean overtaken =
          mayBeOvertaken(outcomes.get(n)) && !isStill(rested, submission, rested.version());
      settled.add(overtaken ? again.apply(submission) : outcomes.get(n));
    }
    return settled;
  }

  /** The same submission, read and to be decided by all that is on record now. */
  Submission current(Submission submission) {
    tail.catchUp();
    Submission current = submission.again();
    aggregates.remove(current.subject());
    return current;
  }
}
