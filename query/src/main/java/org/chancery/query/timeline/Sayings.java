package org.chancery.query.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.LedgerEvent;

/** What entries of a subject said when they were made, in the words of the timeline. */
public final class Sayings {
  private final Set<Long> wanted;
  private final Map<Long, EventSummary> said = new HashMap<>();
  private EffectiveHistory<LedgerEvent> amended = EffectiveHistory.byPosition(LedgerEvent.class);

  private Sayings(Set<Long> wanted) {
    this.wanted = wanted;
  }

  /**
   * By their positions; one that takes another back says what it takes back.
   *
   * @param history all entries of the subject, for they bear on each other
   */
  public static Map<Long, EventSummary> of(
      List<Recorded<LedgerEvent>> history, Set<Long> positions) {
    Set<Long> wanted = new HashSet<>(positions);
    history.forEach(
        entry -> {
          if (entry.event() instanceof EntryEvent amending) {
            wanted.add(spokenOf(amending));
          }
        });
    Sayings sayings = new Sayings(wanted);
    history.forEach(sayings::take);
    return sayings.said;
  }

  private void take(Recorded<LedgerEvent> entry) {
    amended = amended.with(entry.position(), entry.event());
    if (wanted.contains(entry.position())) {
      said.put(entry.position(), saying(entry.position(), entry.event()));
    }
  }

  private static long spokenOf(EntryEvent amending) {
    return amending instanceof AccountPreferred preferred ? preferred.account() : amending.entry();
  }

  /** Of a retraction, what it takes back. */
  private EventSummary saying(long position, LedgerEvent event) {
    return EventSummary.of(amended, position)
        .orElseGet(
            () ->
                event instanceof EntryEvent amending
                    ? said.getOrDefault(spokenOf(amending), EventSummary.NOTHING)
                    : EventSummary.NOTHING);
  }
}
