package org.chancery.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Civil days, which do not begin everywhere at once. */
public final class CivilDay {
  /** UTC+14, Kiritimati: no place on earth begins a day earlier. */
  private static final ZoneOffset FURTHEST = ZoneOffset.ofHours(14);

  private CivilDay() {}

  /** The last day that has begun anywhere by then. */
  public static LocalDate begunBy(Instant instant) {
    return LocalDate.ofInstant(instant, FURTHEST);
  }
}
