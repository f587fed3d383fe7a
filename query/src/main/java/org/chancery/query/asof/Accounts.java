package org.chancery.query.asof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.query.asof.Incoming.Legible;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.entry.Amended;

/**
 * What the entries of a subject come to; of those last asked for it is remembered, so that the
 * journal need not be asked again.
 */
final class Accounts<E extends LedgerEvent, V> {
  private static final int REMEMBERED = 5_000;

  private final Class<E> concept;
  private final Histories histories;
  private final Function<Amended<E>, List<Version<V>>> fold;
  private final Account<E, V> none;
  private final Map<String, Account<E, V>> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account<E, V>> eldest) {
          return size() > REMEMBERED;
        }
      };

  record Account<E extends LedgerEvent, V>(Amended<E> history, List<Version<V>> versions) {}

  Accounts(Class<E> concept, Histories histories, Function<Amended<E>, List<Version<V>>> fold) {
    this.concept = concept;
    this.histories = histories;
    this.fold = fold;
    this.none = new Account<>(Amended.byPosition(concept), List.of());
  }

  /** What was made of the entry's subject before it. */
  Account<E, V> before(Legible entry) {
    Account<E, V> remembered = recent.get(entry.subject());
    if (remembered != null) {
      return remembered;
    }
    return entry.first() ? none : of(histories.before(entry.subject(), entry.position()));
  }

  /** What these entries come to. */
  Account<E, V> of(List<Recorded<LedgerEvent>> entries) {
    Amended<E> history = Recorded.amended(concept, entries);
    return new Account<>(history, fold.apply(history));
  }

  /** What it comes to with one more entry. */
  Account<E, V> with(Account<E, V> before, long position, LedgerEvent event) {
    Amended<E> history = before.history().with(position, event);
    return new Account<>(history, fold.apply(history));
  }

  boolean has(String subject) {
    return recent.containsKey(subject);
  }

  void keep(String subject, Account<E, V> account) {
    recent.put(subject, account);
  }

  void forget(String subject) {
    recent.remove(subject);
  }

  void forget() {
    recent.clear();
  }
}
