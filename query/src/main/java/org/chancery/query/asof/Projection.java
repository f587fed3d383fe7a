package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.shared.LedgerEvent;

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
  private final Fold<E, V> fold;
  private final Histories histories;
  private final Map<String, Account<E, V>> accounts = new LeastRecent<>(REMEMBERED);

  /** How a subject's history reads: its versions over all of valid time. Pure. */
  @FunctionalInterface
  public interface Fold<E extends LedgerEvent, V> {
    List<Version<V>> versions(List<Recorded<E>> history);
  }

  private record Account<E extends LedgerEvent, V>(
      List<Recorded<E>> history, List<Version<V>> versions) {}

  public Projection(Class<E> concept, ReadModel<V> model, Histories histories, Fold<E, V> fold) {
    this.concept = concept;
    this.model = model;
    this.histories = histories;
    this.fold = fold;
  }

  Class<E> concept() {
    return concept;
  }

  Fold<E, V> fold() {
    return fold;
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
    if (concept.isInstance(event)) {
      take(concept.cast(event), position, first);
    }
  }

  private void take(E event, long position, boolean first) {
    String subject = event.subject().toString();
    Account<E, V> before = accounts.get(subject);
    if (before == null) {
      before = account(first ? List.of() : histories.before(subject, position, concept));
    }
    List<Recorded<E>> history = before.history();
    history.add(new Recorded<>(position, event));
    List<Version<V>> versions = fold.versions(history);
    model.replace(before.versions(), versions, position);
    accounts.put(subject, new Account<>(history, versions));
  }

  private Account<E, V> account(List<Recorded<E>> earlier) {
    return new Account<>(new ArrayList<>(earlier), fold.versions(earlier));
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
