package org.chancery.intake.mission;

import java.time.LocalDate;
import org.chancery.intake.ledger.OnRecord;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A turn of an appointment as the ledger tells it now.
 *
 * @param record what the source called the appointment; the person's term where it was entered by
 *     hand
 */
record StatementOnRecord(
    LedgerEvent event,
    long entry,
    EdtfDate on,
    String record,
    boolean fromSource,
    @Nullable LocalDate release)
    implements OnRecord {

  boolean isDiscrepancy() {
    return event instanceof MissionDiscrepancyNoted;
  }

  /** True where it says all of that. */
  boolean says(TermStatement statement) {
    return event instanceof MissionDiscrepancyNoted noted
        ? noted.on().equals(statement.on())
        : event.command().equals(statement.command());
  }
}
