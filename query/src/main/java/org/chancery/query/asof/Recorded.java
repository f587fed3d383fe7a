package org.chancery.query.asof;

import java.util.List;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.entry.Amended;

/** An event and the journal position that says so. */
public record Recorded<E extends LedgerEvent>(long position, E event) {

  /** What stands, each with the entry that says so, in the order in which it was first recorded. */
  static <E extends LedgerEvent> List<Recorded<E>> standing(Amended<E> history) {
    return history.standing().stream()
        .map(standing -> new Recorded<>(standing.entry(), standing.event()))
        .toList();
  }
}
