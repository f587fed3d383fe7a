package org.chancery.query.trip;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** How many days stays take. */
final class Length {

  private Length() {}

  /** The number of different days of all stays; null where one is not known to the day. */
  static @Nullable Long ofStays(List<EdtfSpan> stays) {
    return stays.isEmpty() || stays.stream().anyMatch(stay -> Days.count(stay) == null)
        ? null
        : Long.valueOf(ofAll(stays.stream().map(Days::of).toList()));
  }

  /**
   * The number of different days: one that several share counts once, and empty ones not at all.
   */
  static long ofAll(List<Days> all) {
    long length = 0;
    LocalDate counted = EdtfSpan.BEGINNING;
    for (Days days : all.stream().sorted(Comparator.comparing(Days::from)).toList()) {
      LocalDate from = days.from().isBefore(counted) ? counted : days.from();
      if (from.isBefore(days.to())) {
        length += ChronoUnit.DAYS.between(from, days.to());
        counted = days.to();
      }
    }
    return length;
  }
}
