package org.chancery.intake;

import java.time.LocalDate;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A turn of an appointment as the ledger tells it now.
 *
 * @param record what the source called the appointment; the person's term where it was entered by
 *     hand
 * @param isOurs true where a release of the appointments says so, and nobody since
 * @param release the release that says so, where it is one
 */
record StatementOnRecord(
    LedgerEvent event,
    long entry,
    EdtfDate on,
    String record,
    boolean isOurs,
    @Nullable LocalDate release) {

  /** A release has no word in what a later one said, nor in what was entered by hand. */
  boolean yieldsTo(@Nullable LocalDate other) {
    return isOurs && (release == null || (other != null && !release.isAfter(other)));
  }

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
