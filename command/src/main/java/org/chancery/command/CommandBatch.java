package org.chancery.command;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers submissions to be entered together, and hands each outcome on in order. A full batch is
 * entered while the next one is gathered and the last one is still on its way to the disk.
 *
 * @param <T> by what the caller knows its submissions again
 */
public final class CommandBatch<T> {
  private static final int SIZE = 256;

  /** Three at most take up memory at once. */
  private static final int LENGTH = 4_000_000;

  private final CommandDispatcher dispatcher;
  private final BiConsumer<T, Outcome> outcomes;
  private List<Item<T>> items = new ArrayList<>();
  private long length;
  private @Nullable BatchUnderWay<T> underWay;

  /** What waits for its outcome, or is refused already. */
  record Item<T>(T tag, @Nullable Submission submission, @Nullable Problem problem) {}

  public CommandBatch(CommandDispatcher dispatcher, BiConsumer<T, Outcome> outcomes) {
    this.dispatcher = dispatcher;
    this.outcomes = outcomes;
  }

  /** Adds a submission; what changes the directory is entered at once, for the next may name it. */
  public void add(T tag, Submission submission) {
    add(tag, submission, 0);
  }

  /**
   * The same of one that takes up memory.
   *
   * @param size in characters, by which a batch may be full before it is full by number
   */
  void add(T tag, Submission submission, int size) {
    length += size;
    add(new Item<>(tag, submission, null), submission.registers());
  }

  /** Adds what is refused already, so that it is answered in its place. */
  public void add(T tag, Problem problem) {
    add(new Item<>(tag, null, problem), false);
  }

  private void add(Item<T> item, boolean registers) {
    items.add(item);
    if (registers) {
      flush();
    } else if (items.size() >= SIZE || length >= LENGTH) {
      begin();
    }
  }

  /** Enters all that waits; returns when every outcome has been handed on. */
  public void flush() {
    begin();
    finish();
  }

  /** One at most is under way beside the one that begins: what waits takes up memory. */
  private void begin() {
    if (items.isEmpty()) {
      return;
    }
    BatchUnderWay<T> next = new BatchUnderWay<>(items);
    items = new ArrayList<>();
    length = 0;
    if (underWay != null && next.asks(underWay)) {
      finish();
    }
    next.begin(dispatcher);
    finish();
    underWay = next;
  }

  private void finish() {
    BatchUnderWay<T> last = underWay;
    underWay = null;
    if (last != null) {
      last.finish(outcomes);
    }
  }

  /** A batch that is entered by a thread of its own. */
  private static final class BatchUnderWay<T> {
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
}
