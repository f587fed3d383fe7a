package org.chancery.intake.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the ledger tells now, and who says so. */
public interface OnRecord {

  /** The position of the entry that says so. */
  long entry();

  /** True where a release of the source says so, and nobody since. */
  boolean fromSource();

  /** The release that says so, where it is one and is named. */
  @Nullable LocalDate release();

  /** A release has no word in what a later one said, nor in what was entered by hand. */
  default boolean yieldsTo(@Nullable LocalDate other) {
    LocalDate said = release();
    return fromSource() && (said == null || (other != null && !said.isAfter(other)));
  }
}
