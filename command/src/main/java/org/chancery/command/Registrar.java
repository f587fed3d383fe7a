package org.chancery.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.reference.References;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Enters what is submitted: checks what a command takes for granted, lets the aggregate decide, and
 * answers with the entries once they are durable. Commands submitted together share one append.
 */
public final class Registrar {
  private final CommandBus bus;
  private final References references;
  private final CommandProblems problems;

  /** Two batches that hold locks on several aggregates could wait for each other for ever. */
  private final ReentrantLock batching = new ReentrantLock();

  public Registrar(CommandBus bus, Journal journal, References references) {
    this.bus = bus;
    this.references = references;
    this.problems = new CommandProblems(journal);
  }

  /** Executes one command. */
  public Outcome submit(Submission submission) {
    return executed(List.of(submission)).getFirst();
  }

  /** Executes commands one after the other; a refused one does not stop the rest. */
  public List<Outcome> submit(List<Submission> submissions) {
    batching.lock();
    try {
      return executed(submissions);
    } finally {
      batching.unlock();
    }
  }

  private List<Outcome> executed(List<Submission> submissions) {
    List<@Nullable Outcome> refusals = new ArrayList<>();
    UnitOfWork<?> together = DefaultUnitOfWork.startAndGet(null);
    try {
      submissions.forEach(submission -> refusals.add(decide(submission)));
      together.commit();
    } catch (RuntimeException failure) {
      if (together.isActive()) {
        together.rollback(failure);
      }
      return submissions.size() == 1
          ? List.of(problems.afterAppend(submissions.getFirst(), failure))
          : submissions.stream().map(this::submit).toList();
    }
    return answers(submissions, refusals, JournalStorageEngine.appendedIn(together));
  }

  /** Null where the command was accepted. */
  private @Nullable Outcome decide(Submission submission) {
    try {
      Outcome known = problems.beforeDecision(submission);
      if (known != null) {
        return known;
      }
      references.check(submission.command());
    } catch (RuntimeException refusal) {
      return new Refused(problems.of(submission, refusal));
    }
    return refused(submission, dispatch(submission));
  }

  private CommandResultMessage<?> dispatch(Submission submission) {
    List<CommandResultMessage<?>> result = new ArrayList<>(1);
    bus.dispatch(submission.asMessage(), (command, answer) -> result.add(answer));
    return result.getFirst();
  }

  private @Nullable Outcome refused(Submission submission, CommandResultMessage<?> result) {
    return result.isExceptional()
        ? new Refused(problems.of(submission, result.exceptionResult()))
        : null;
  }

  private static List<Outcome> answers(
      List<Submission> submissions, List<@Nullable Outcome> refusals, List<Entry> appended) {
    List<Outcome> answers = new ArrayList<>(submissions.size());
    int next = 0;
    for (int i = 0; i < submissions.size(); i++) {
      Outcome refusal = refusals.get(i);
      if (refusal != null) {
        answers.add(refusal);
        continue;
      }
      String commandId = submissions.get(i).attribution().commandId();
      int first = next;
      while (next < appended.size()
          && appended.get(next).attribution().commandId().equals(commandId)) {
        next++;
      }
      answers.add(new Recorded(appended.subList(first, next), false));
    }
    return answers;
  }
}
