package org.chancery.query.timeline;

import java.util.Map;
import java.util.Optional;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.ToldCause;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.stereotype.Component;

/**
 * What entries say that others name as their causes, and what became of them since: that is another
 * subject's history, so it is found when asked.
 */
@Component
final class CitedEntries {
  private final Journal journal;
  private final SubjectHistory histories;

  CitedEntries(Journal journal, SubjectHistory histories) {
    this.journal = journal;
    this.histories = histories;
  }

  /** As known at the point; empty of what the ledger did not hold by then. */
  Optional<ToldCause> at(long position, AsOf asOf) {
    return position > asOf.position()
        ? Optional.empty()
        : journal.at(position).map(entry -> told(entry, asOf));
  }

  private ToldCause told(Entry entry, AsOf asOf) {
    EffectiveHistory<LedgerEvent> amended = EffectiveHistory.byPosition(LedgerEvent.class);
    EventSummary says = EventSummary.NOTHING;
    for (Recorded<LedgerEvent> recorded :
        histories.legibleBefore(entry.subject().toString(), asOf.position() + 1)) {
      amended = amended.with(recorded.position(), recorded.event());
      says = recorded.position() == entry.position() ? said(amended, entry) : says;
    }
    Map<Long, Long> superseded = amended.superseded();
    Long by = superseded.get(entry.position());
    return new ToldCause(
        entry.position(),
        "/api/entries/" + entry.position(),
        entry.name(),
        "/api/" + entry.subject(),
        says.words(),
        says.date(),
        by,
        by != null && amended.retracts(by));
  }

  private static EventSummary said(EffectiveHistory<LedgerEvent> amended, Entry entry) {
    return EventSummary.of(amended, entry.position()).orElse(EventSummary.NOTHING);
  }
}
