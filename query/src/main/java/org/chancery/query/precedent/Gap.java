package org.chancery.query.precedent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.query.meeting.Began;
import org.jspecify.annotations.Nullable;

/** How many days lie between the beginnings of two contacts, as far as their dates tell. */
record Gap(long atLeast, long atMost) {

  /** From the last of the candidates to what comes after it; null where there is none. */
  static @Nullable Gap between(List<Encounter> candidates, Began after) {
    LocalDate first = null;
    LocalDate last = null;
    for (Encounter candidate : candidates) {
      Began began = candidate.began();
      first = first == null || began.earliest().isBefore(first) ? began.earliest() : first;
      last = last == null || began.latest().isAfter(last) ? began.latest() : last;
    }
    return first == null || last == null
        ? null
        : new Gap(
            Math.max(0, ChronoUnit.DAYS.between(last, after.earliest())),
            ChronoUnit.DAYS.between(first, after.latest()));
  }

  @Override
  public String toString() {
    return atLeast == atMost
        ? "%d days".formatted(atLeast)
        : "%d to %d days".formatted(atLeast, atMost);
  }
}
