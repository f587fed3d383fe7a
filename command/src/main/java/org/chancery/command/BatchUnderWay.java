package org.chancery.command;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.chancery.command.CommandBatch.Item;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.CommandKey;
import org.chancery.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch that is entered by a thread of its own. */
final class BatchUnderWay<T> {
  private static final Logger log = LoggerFactory.getLogger(BatchUnderWay.class);

  private final List<Item<T>> items;
  private final List<Submission> submissions;
  private final Set<CommandKey> keys = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();
  private CompletableFuture<List<Outcome>> entered = CompletableFuture.completedFuture(List.of());

  BatchUnderWay(List<Item<T>> items) {
    this.items = items;
    this.submissions = items.stream().map(Item::submission).filter(Objects::nonNull).toList();
    for (Submission submission : submissions) {
      keys.add(submission.key());
      subjects.add(submission.subject());
    }
  }

  /** True where it asks what the other enters. */
  boolean asks(BatchUnderWay<T> other) {
    return !Collections.disjoint(subjects, other.subjects)
        || !Collections.disjoint(keys, other.keys);
  }

  void begin(CommandDispatcher dispatcher) {
    entered =
        CompletableFuture.supplyAsync(
            () -> dispatcher.submit(submissions), Thread::startVirtualThread);
  }

  /** Waits until it is entered, and hands on each outcome. */
  void finish(BiConsumer<T, Outcome> outcomes) {
    Iterator<Outcome> answers = answers().iterator();
    for (Item<T> item : items) {
      Problem problem = item.problem();
      outcomes.accept(item.tag(), problem == null ? answers.next() : new Refused(problem));
    }
  }

  /** Each is answered, whatever failed: nobody knows then what became of them. */
  private List<Outcome> answers() {
    try {
      return entered.join();
    } catch (CompletionException failed) {
      log.error("commands entered together failed", failed.getCause());
      Outcome unknown = new Refused(CommandProblems.unavailable());
      return Collections.nCopies(submissions.size(), unknown);
    }
  }
}
