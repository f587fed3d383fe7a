package org.chancery.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.chancery.command.Outcome.Refused;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.Problem;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gathers submissions to be entered together, and hands each outcome on in order.
 *
 * @param <T> by what the caller knows its submissions again
 */
public final class Batch<T> {
  private static final int SIZE = 256;

  private final Registrar registrar;
  private final BiConsumer<T, Outcome> outcomes;
  private final List<Item<T>> items = new ArrayList<>();

  private record Item<T>(T tag, @Nullable Submission submission, @Nullable Problem problem) {}

  public Batch(Registrar registrar, BiConsumer<T, Outcome> outcomes) {
    this.registrar = registrar;
    this.outcomes = outcomes;
  }

  /** Adds a submission; what changes the directory is entered at once, for the next may name it. */
  public void add(T tag, Submission submission) {
    items.add(new Item<>(tag, submission, null));
    if (items.size() == SIZE || changesDirectory(submission.command())) {
      flush();
    }
  }

  /** Adds what is refused already, so that it is answered in its place. */
  public void add(T tag, Problem problem) {
    items.add(new Item<>(tag, null, problem));
  }

  /** Enters all that waits. */
  public void flush() {
    List<Submission> submissions = new ArrayList<>();
    for (Item<T> item : items) {
      if (item.submission() != null) {
        submissions.add(item.submission());
      }
    }
    var answers = registrar.submit(submissions).iterator();
    List<Item<T>> answered = List.copyOf(items);
    items.clear();
    for (Item<T> item : answered) {
      Problem problem = item.problem();
      outcomes.accept(item.tag(), problem == null ? answers.next() : new Refused(problem));
    }
  }

  private static boolean changesDirectory(LedgerCommand command) {
    String concept = command.subject().concept();
    return concept.equals(PartyEvent.CONCEPT) || concept.equals(OfficialEvent.CONCEPT);
  }
}
