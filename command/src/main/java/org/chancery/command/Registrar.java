package org.chancery.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.reference.References;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.shared.party.PartyEvent;

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

  /** Executes one command; those that claim a party's codes one at a time. */
  public Outcome submit(Submission submission) {
    return submission.command().subject().concept().equals(PartyEvent.CONCEPT)
        ? submit(List.of(submission)).getFirst()
        : together(List.of(submission)).getFirst();
  }

  /**
   * Executes commands one after the other; a refused one does not stop the rest. What one of them
   * registers is known to the next list only.
   */
  public List<Outcome> submit(List<Submission> submissions) {
    batching.lock();
    try {
      return Runs.of(submissions).stream().flatMap(run -> together(run).stream()).toList();
    } finally {
      batching.unlock();
    }
  }

  private List<Outcome> together(List<Submission> run) {
    List<Answer> answers = new ArrayList<>();
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    try {
      Set<String> usedKeys = problems.usedKeys(run);
      run.forEach(submission -> answers.add(decide(submission, usedKeys)));
      work.commit();
    } catch (RuntimeException failure) {
      if (work.isActive()) {
        work.rollback(failure);
      }
      return run.size() == 1
          ? List.of(problems.afterAppend(run.getFirst(), failure))
          : run.stream().flatMap(submission -> together(List.of(submission)).stream()).toList();
    }
    Map<String, List<Entry>> appended =
        JournalStorageEngine.appendedIn(work).stream()
            .collect(Collectors.groupingBy(entry -> entry.attribution().commandId()));
    return answers.stream().map(answer -> answer.given(appended)).toList();
  }

  /** Waits for the append: what stands in the way may have been entered by the same run. */
  private interface Answer {
    Outcome given(Map<String, List<Entry>> appended);
  }

  private Answer decide(Submission submission, Set<String> usedKeys) {
    try {
      Outcome known = problems.beforeDecision(submission, usedKeys);
      if (known != null) {
        return _ -> known;
      }
      references.check(submission.command());
    } catch (RuntimeException failure) {
      return _ -> problems.refused(submission, failure);
    }
    CommandResultMessage<?> result = dispatch(submission);
    return result.isExceptional()
        ? _ -> problems.refused(submission, result.exceptionResult())
        : appended -> new Recorded(appended.getOrDefault(submission.key(), List.of()), false);
  }

  private CommandResultMessage<?> dispatch(Submission submission) {
    List<CommandResultMessage<?>> result = new ArrayList<>(1);
    bus.dispatch(submission.asMessage(), (command, answer) -> result.add(answer));
    return result.getFirst();
  }
}
