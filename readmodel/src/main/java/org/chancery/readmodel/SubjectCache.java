package org.chancery.readmodel;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.readmodel.Incoming.Legible;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;

/**
 * What the entries of a subject come to; of those last asked for it is remembered, so that the
 * journal need not be asked again.
 */
final class SubjectCache<E extends LedgerEvent, V> {
  private static final int REMEMBERED = 5_000;

  private final Class<E> concept;
  private final SubjectHistory histories;
  private final Function<EffectiveHistory<E>, List<Version<V>>> fold;
  private final FoldedSubject<E, V> none;
  private final Map<String, FoldedSubject<E, V>> recent =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .executor(Runnable::run)
          .<String, FoldedSubject<E, V>>build()
          .asMap();

  record FoldedSubject<E extends LedgerEvent, V>(
      EffectiveHistory<E> history, List<Version<V>> versions) {}

  SubjectCache(
      Class<E> concept,
      SubjectHistory histories,
      Function<EffectiveHistory<E>, List<Version<V>>> fold) {
    this.concept = concept;
    this.histories = histories;
    this.fold = fold;
    this.none = new FoldedSubject<>(EffectiveHistory.byPosition(concept), List.of());
  }

  /** What was made of the entry's subject before it. */
  FoldedSubject<E, V> before(Legible entry) {
    FoldedSubject<E, V> remembered = recent.get(entry.subject());
    if (remembered != null) {
      return remembered;
    }
    return entry.first() ? none : of(histories.before(entry.subject(), entry.position()));
  }

  /** What these entries come to. */
  FoldedSubject<E, V> of(List<Recorded<LedgerEvent>> entries) {
    EffectiveHistory<E> history = Recorded.amended(concept, entries);
    return new FoldedSubject<>(history, fold.apply(history));
  }

  /** What it comes to with one more entry. */
  FoldedSubject<E, V> with(FoldedSubject<E, V> before, long position, LedgerEvent event) {
    EffectiveHistory<E> history = before.history().with(position, event);
    return new FoldedSubject<>(history, fold.apply(history));
  }

  boolean has(String subject) {
    return recent.containsKey(subject);
  }

  void keep(String subject, FoldedSubject<E, V> account) {
    recent.put(subject, account);
  }

  void forget(String subject) {
    recent.remove(subject);
  }

  void forget() {
    recent.clear();
  }
}
