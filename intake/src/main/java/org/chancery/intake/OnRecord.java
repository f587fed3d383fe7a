package org.chancery.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the ledger tells now, and who says so. */
sealed interface OnRecord permits TripOnRecord, OfficialOnRecord, OfficeOnRecord {

  /** The position of the entry that says so. */
  long entry();

  /** True where the published travels say so, and nobody since. */
  boolean fromTravels();

  /** The release of the travels that says so, where it is one and is named. */
  @Nullable LocalDate release();

  /** A release has no word in what a later one said, nor in what was entered by hand. */
  default boolean yieldsTo(@Nullable LocalDate other) {
    LocalDate said = release();
    return fromTravels() && (said == null || (other != null && !said.isAfter(other)));
  }
}
