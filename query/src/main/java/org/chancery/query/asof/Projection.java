package org.chancery.query.asof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.entry.Amended;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;

/**
 * Keeps one read model up to date. What is held of a subject is always a pure function of its whole
 * history, so an entry about the past changes what was held of the past, and nothing else.
 *
 * @param <E> the concept's sealed event
 * @param <V> what is answered
 */
public final class Projection<E extends LedgerEvent, V> {
  private static final int REMEMBERED = 20_000;

  private final Class<E> concept;
  private final ReadModel<V> model;
  private final Function<Amended<E>, List<Version<V>>> fold;
  private final Histories histories;
  private final boolean onlyCorrections;
  private final Map<String, Account<E, V>> accounts = new LeastRecent<>(REMEMBERED);

  /** How what stands of a subject's history reads: its versions over all of valid time. Pure. */
  @FunctionalInterface
  public interface Fold<E extends LedgerEvent, V> {
    List<Version<V>> versions(List<Recorded<E>> history);
  }

  private record Account<E extends LedgerEvent, V>(Amended<E> history, List<Version<V>> versions) {}

  public Projection(Class<E> concept, ReadModel<V> model, Histories histories, Fold<E, V> fold) {
    this(history -> fold.versions(Recorded.standing(history)), concept, model, histories, false);
  }

  private Projection(
      Function<Amended<E>, List<Version<V>>> fold,
      Class<E> concept,
      ReadModel<V> model,
      Histories histories,
      boolean onlyCorrections) {
    this.concept = concept;
    this.model = model;
    this.histories = histories;
    this.fold = fold;
    this.onlyCorrections = onlyCorrections;
  }

  /**
   * A projection that tells of the corrections themselves, so that other entries change nothing.
   */
  public static <V> Projection<LedgerEvent, V> ofCorrections(
      ReadModel<V> model,
      Histories histories,
      Function<Amended<LedgerEvent>, List<Version<V>>> fold) {
    return new Projection<>(fold, LedgerEvent.class, model, histories, true);
  }

  Class<E> concept() {
    return concept;
  }

  /** What is held of a subject with these entries. */
  List<Version<V>> versions(List<Recorded<LedgerEvent>> entries) {
    return account(entries).versions();
  }

  ReadModel<V> model() {
    return model;
  }

  /**
   * Takes in an entry, if it is of this concept.
   *
   * @param first whether it is its subject's first, so that the journal need not be asked for
   *     others
   */
  void on(LedgerEvent event, long position, boolean first) {
    if (onlyCorrections && !(event instanceof EntryEvent)) {
      accounts.remove(event.subject().toString());
    } else if (concept.isInstance(
        event instanceof EntryCorrected corrected ? corrected.as() : event)) {
      take(event, position, first);
    } else if (event instanceof EntryRetracted && isOfConcept(event, position)) {
      take(event, position, false);
    }
  }

  /** A retraction does not say what it retracts; the entries of its subject do. */
  private boolean isOfConcept(LedgerEvent retraction, long position) {
    String subject = retraction.subject().toString();
    return accounts.containsKey(subject)
        || concept.isInstance(histories.before(subject, position).getFirst().event());
  }

  private void take(LedgerEvent event, long position, boolean first) {
    String subject = event.subject().toString();
    Account<E, V> before = accounts.get(subject);
    if (before == null) {
      before = account(first ? List.of() : histories.before(subject, position));
    }
    Amended<E> history = before.history().with(position, event);
    List<Version<V>> versions = fold.apply(history);
    model.replace(before.versions(), versions, position);
    accounts.put(subject, new Account<>(history, versions));
  }

  private Account<E, V> account(List<Recorded<LedgerEvent>> earlier) {
    Amended<E> history = Amended.byPosition(concept);
    for (Recorded<LedgerEvent> entry : earlier) {
      history = history.with(entry.position(), entry.event());
    }
    return new Account<>(history, fold.apply(history));
  }

  /** Forgets what a failed transaction would have made true. */
  void forget() {
    accounts.clear();
    model.forget();
  }

  private static final class LeastRecent<K, T> extends LinkedHashMap<K, T> {
    private static final long serialVersionUID = 1L;
    private final int limit;

    LeastRecent(int limit) {
      super(16, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
      return size() > limit;
    }
  }
}
