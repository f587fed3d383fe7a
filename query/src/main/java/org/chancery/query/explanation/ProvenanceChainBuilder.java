package org.chancery.query.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.query.entry.Origin;
import org.chancery.query.timeline.EventSummary;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;

/** Makes links of a subject's entries, each with what it said when it was made. */
final class ProvenanceChainBuilder {
  private final List<Recorded<LedgerEvent>> history;
  private final Map<Long, Origin> told;
  private final Map<Long, EventSummary> sayings = new HashMap<>();
  private EffectiveHistory<LedgerEvent> amended = EffectiveHistory.byPosition(LedgerEvent.class);

  private record Draft(
      Origin origin, LedgerEvent event, EventSummary saying, List<Long> reinstates) {}

  /**
   * Of all entries, for they bear on each other.
   *
   * @param told the origins of those that are to become links
   */
  ProvenanceChainBuilder(List<Recorded<LedgerEvent>> history, Map<Long, Origin> told) {
    this.history = history;
    this.told = told;
  }

  List<ChainLink> links() {
    List<Draft> drafts = new ArrayList<>();
    for (Recorded<LedgerEvent> entry : history) {
      EffectiveHistory<LedgerEvent> before = amended;
      amended = amended.with(entry.position(), entry.event());
      Origin origin = told.get(entry.position());
      if (origin != null) {
        drafts.add(draft(origin, entry.event(), before));
      }
    }
    Map<Long, Long> superseded = amended.superseded();
    return drafts.stream().map(draft -> link(draft, superseded)).toList();
  }

  private Draft draft(Origin origin, LedgerEvent event, EffectiveHistory<LedgerEvent> before) {
    EventSummary saying = saying(origin.position(), event);
    sayings.put(origin.position(), saying);
    List<Long> reinstates =
        event instanceof EntryEvent
            ? before.reinstatedBy(origin.position(), event).stream()
                .map(EffectiveEvent::entry)
                .toList()
            : List.of();
    return new Draft(origin, event, saying, reinstates);
  }

  private ChainLink link(Draft draft, Map<Long, Long> superseded) {
    Long by = superseded.get(draft.origin().position());
    return new ChainLink(
        draft.origin(),
        draft.event(),
        draft.saying(),
        by,
        by != null && amended.retracts(by),
        draft.reinstates());
  }

  /** What stands up to it in the order of the places; of a retraction, what it takes back. */
  private EventSummary saying(long position, LedgerEvent event) {
    List<Recorded<LedgerEvent>> upTo = new ArrayList<>();
    for (EffectiveEvent<LedgerEvent> standing : amended.standing()) {
      upTo.add(new Recorded<>(standing.entry(), standing.event()));
      if (standing.entry() == position) {
        return EventSummary.ofLast(upTo);
      }
    }
    EventSummary taken =
        event instanceof EntryEvent amending ? sayings.get(amending.entry()) : null;
    return taken == null ? new EventSummary("", null) : taken;
  }
}
