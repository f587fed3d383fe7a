package org.chancery.query.trip;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** How long stays last. */
final class Length {

  private Length() {}

  /** The number of days, both included; null where an end is open or not known to the day. */
  static @Nullable Long of(EdtfSpan dates) {
    LocalDate first = day(dates.start());
    LocalDate last = day(dates.end());
    return first == null || last == null ? null : ChronoUnit.DAYS.between(first, last) + 1;
  }

  private static @Nullable LocalDate day(@Nullable EdtfDate date) {
    return date != null && date.earliest().equals(date.latest()) ? date.earliest() : null;
  }
}
