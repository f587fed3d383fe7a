package org.chancery.query.asof;

import java.util.List;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.entry.EffectiveHistory;

/** An event and the journal position that says so. */
public record Recorded<E extends LedgerEvent>(long position, E event) {

  /** What a concept's entries come to, corrections among them; in order. */
  public static <E extends LedgerEvent> EffectiveHistory<E> amended(
      Class<E> concept, List<Recorded<LedgerEvent>> entries) {
    EffectiveHistory<E> amended = EffectiveHistory.byPosition(concept);
    for (Recorded<LedgerEvent> entry : entries) {
      amended = amended.with(entry.position(), entry.event());
    }
    return amended;
  }

  /** What stands, each with the entry that says so, in the order in which it was first recorded. */
  static <E extends LedgerEvent> List<Recorded<E>> standing(EffectiveHistory<E> history) {
    return history.standing().stream()
        .map(standing -> new Recorded<>(standing.entry(), standing.event()))
        .toList();
  }
}
