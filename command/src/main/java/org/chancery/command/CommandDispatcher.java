package org.chancery.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.Reconsideration.Basis;
import org.chancery.command.Rehearsal.Settled;
import org.chancery.command.Rehearsal.WouldRecord;
import org.chancery.command.reference.Preconditions;
import org.chancery.journal.AppendContext;
import org.chancery.journal.CommandKey;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.NotAppendedException;
import org.chancery.journal.RegistryMovedException;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters what is submitted: checks what a command takes for granted, lets the aggregate decide, and
 * answers with the entries once they are durable. Commands submitted together share one append.
 */
public final class CommandDispatcher {
  private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

  private final CommandBus bus;
  private final Journal journal;
  private final Preconditions preconditions;
  private final Reconsideration others;
  private final CommandProblems problems;
  private final MeterRegistry meters;

  /**
   * Held while a list is decided: two that gather locks on several aggregates could wait for each
   * other for ever. One that waits for the disk gathers none.
   */
  private final ReentrantLock batching = new ReentrantLock();

  /** Always taken before {@link #batching}. */
  private final NamingLock naming = new NamingLock();

  CommandDispatcher(
      CommandBus bus,
      Journal journal,
      Preconditions preconditions,
      Reconsideration others,
      MeterRegistry meters) {
    this.bus = bus;
    this.journal = journal;
    this.preconditions = preconditions;
    this.others = others;
    this.meters = meters;
    this.problems = new CommandProblems(journal);
  }

  /** Executes one command; those that claim a party's codes one at a time. */
  public Outcome submit(Submission submission) {
    if (submission.command().subject().concept().equals(PartyEvent.CONCEPT)
        || submission.mayUnregister()) {
      return submit(List.of(submission)).getFirst();
    }
    return counted(submission, naming.during(List.of(submission), () -> alone(submission)));
  }

  /** Decides as for {@link #submit}, by all that is recorded, and enters nothing. */
  public Rehearsal rehearse(Submission submission) {
    return naming.during(List.of(submission), () -> rehearsedNow(submission));
  }

  private Rehearsal rehearsedNow(Submission submission) {
    try {
      return rehearsed(others.current(submission));
    } catch (RuntimeException failure) {
      return new Settled(problems.refused(submission, failure));
    }
  }

  private Rehearsal rehearsed(Submission submission) {
    try {
      return new Settled(
          attempt(List.of(submission), problems.usedKey(submission), AppendContext.rehearsing())
              .getFirst());
    } catch (NotAppendedException wouldBe) {
      return new WouldRecord(wouldBe.entries(), wouldBe.events());
    } catch (RuntimeException failure) {
      return new Settled(problems.refused(submission, failure));
    }
  }

  /**
   * Executes commands one after the other; a refused one does not stop the rest. What one of them
   * registers is known to the next list only. Several lists may be on their way to the disk, in the
   * order in which they were decided; a list must not ask what another enters that is on its way.
   */
  public List<Outcome> submit(List<Submission> submissions) {
    List<Outcome> outcomes = naming.during(submissions, () -> inOrder(submissions));
    for (int n = 0; n < outcomes.size(); n++) {
      counted(submissions.get(n), outcomes.get(n));
    }
    return outcomes;
  }

  /** By the command's own name: on the bus, commands go by that of their concept. */
  private Outcome counted(Submission submission, Outcome outcome) {
    String result =
        switch (outcome) {
          case Recorded recorded -> recorded.replayed() ? "replayed" : "recorded";
          case Refused _ -> "refused";
        };
    String command = submission.command().getClass().getSimpleName();
    meters.counter("chancery.commands", "command", command, "outcome", result).increment();
    return outcome;
  }

  private List<Outcome> inOrder(List<Submission> submissions) {
    batching.lock();
    try {
      List<Outcome> outcomes = new ArrayList<>(submissions.size());
      for (Iterator<List<Submission>> runs = BatchPartitioner.of(submissions).iterator();
          runs.hasNext(); ) {
        List<Submission> run = runs.next();
        boolean mayOverlap = !runs.hasNext() && run.stream().noneMatch(Submission::registers);
        outcomes.addAll(together(run, mayOverlap ? this::letNextDecide : () -> {}));
      }
      return outcomes;
    } finally {
      letNextDecide();
    }
  }

  private void letNextDecide() {
    if (batching.isHeldByCurrentThread()) {
      batching.unlock();
    }
  }

  private List<Outcome> together(List<Submission> run, Runnable queued) {
    if (run.size() == 1) {
      return List.of(alone(run.getFirst()));
    }
    try {
      Basis basis = others.basis(run);
      AppendContext context =
          AppendContext.appending(unrecorded(run), queued).learnt(basis.learnt(run));
      List<Outcome> outcomes = attempt(run, problems.usedKeys(run), context);
      return others.settle(run, outcomes, basis, this::alone);
    } catch (RuntimeException failure) {
      return run.stream().map(Submission::perhapsEntered).map(this::alone).toList();
    }
  }

  private Set<String> unrecorded(List<Submission> run) {
    Set<String> subjects = run.stream().map(Submission::subject).collect(Collectors.toSet());
    subjects.removeAll(journal.recorded(subjects));
    return subjects;
  }

  private Outcome alone(Submission submission) {
    return others.settle(submission, this::once, failure -> problems.refused(submission, failure));
  }

  /**
   * What begins a subject's record is decided as if there were none, without asking: if there is
   * one, it is refused or fails to append, and is then decided again. Null where somebody else
   * recorded meanwhile on what it was decided on, and the caller names no version.
   */
  private @Nullable Outcome once(Submission submission) {
    try {
      if (submission.ifMatch() == null
          && CreationCommands.include(submission.command().getClass())) {
        Outcome outcome = begun(submission);
        if (outcome != null) {
          return outcome;
        }
      }
      return attempt(submission, Set.of());
    } catch (RegistryMovedException moved) {
      log.trace("{} is decided again", submission.subject(), moved);
      return null;
    } catch (ConcurrencyException conflict) {
      return submission.ifMatch() == null ? null : problems.refused(submission, conflict);
    } catch (RuntimeException failure) {
      return problems.refused(submission, failure);
    }
  }

  private @Nullable Outcome begun(Submission submission) {
    try {
      return attempt(submission, Set.of(submission.subject())) instanceof Recorded outcome
          ? outcome
          : null;
    } catch (ConcurrencyException recorded) {
      log.trace("{} is recorded already", submission.subject(), recorded);
      return null;
    }
  }

  private Outcome attempt(Submission submission, Set<String> empty) {
    List<Submission> run = List.of(submission);
    AppendContext context =
        AppendContext.appending(empty, () -> {}).learnt(others.learnt(submission));
    return attempt(run, problems.usedKeys(run), context).getFirst();
  }

  /** Decides and appends in one unit of work; fails where the append does. */
  private List<Outcome> attempt(
      List<Submission> run, Set<CommandKey> usedKeys, AppendContext context) {
    List<Answer> answers = new ArrayList<>();
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    try {
      context.attachTo(work);
      run.forEach(submission -> answers.add(decide(submission, usedKeys)));
      work.commit();
    } catch (RuntimeException failure) {
      if (work.isActive()) {
        work.rollback(failure);
      }
      throw failure;
    }
    Map<CommandKey, List<Entry>> appended =
        context.appended().stream()
            .collect(Collectors.groupingBy(entry -> entry.attribution().key()));
    return answers.stream().map(answer -> answer.given(appended)).toList();
  }

  /** Waits for the append: what stands in the way may have been entered by the same run. */
  private interface Answer {
    Outcome given(Map<CommandKey, List<Entry>> appended);
  }

  private Answer decide(Submission submission, Set<CommandKey> usedKeys) {
    try {
      Outcome known = problems.beforeDecision(submission, usedKeys);
      if (known != null) {
        return _ -> known;
      }
      preconditions.check(submission.command());
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

  /**
   * Cuts submissions into runs that may share an append: in none does one ask what another enters.
   */
  private static final class BatchPartitioner {
    private final List<List<Submission>> runs = new ArrayList<>();
    private final Set<CommandKey> keys = new HashSet<>();
    private final Set<Subject> subjects = new HashSet<>();

    private BatchPartitioner() {}

    static List<List<Submission>> of(List<Submission> submissions) {
      BatchPartitioner runs = new BatchPartitioner();
      submissions.forEach(runs::add);
      return runs.runs;
    }

    private void add(Submission submission) {
      if (runs.isEmpty() || asksOfRun(submission) || runs.getLast().getLast().mayUnregister()) {
        runs.add(new ArrayList<>());
        keys.clear();
        subjects.clear();
      }
      runs.getLast().add(submission);
      keys.add(submission.key());
      subjects.add(submission.command().subject());
    }

    /**
     * A key used again asks for its first answer, If-Match for its subject's version, and who
     * retracts a registration for all that rests on it.
     */
    private boolean asksOfRun(Submission submission) {
      return submission.mayUnregister()
          || keys.contains(submission.key())
          || (submission.ifMatch() != null && subjects.contains(submission.command().subject()));
    }
  }

  /**
   * Keeps those apart who name parties and officials, and who may retract their registration: the
   * former together, from the check of whom they name until their entries are durable, the latter
   * alone. So neither misses the other.
   */
  private static final class NamingLock {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    <T> T during(List<Submission> submissions, Supplier<T> act) {
      boolean alone = submissions.stream().anyMatch(Submission::mayUnregister);
      Lock held = alone ? lock.writeLock() : lock.readLock();
      held.lock();
      try {
        return act.get();
      } finally {
        held.unlock();
      }
    }
  }
}
