package org.chancery.intake.travel;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chancery.shared.OfficialId;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <trip>} of the sources: one traveller in one country from one day to another, both
 * included.
 *
 * @param id unique in one release, not stable between releases
 * @param oddities what its record has and the format does not, in words
 * @param edited when its record was last changed, where the source says so
 * @param file relative to the source
 */
record Leg(
    int id,
    Role role,
    OfficialId traveller,
    String name,
    LocalDate start,
    LocalDate end,
    Stop stop,
    String file,
    int line,
    List<String> oddities,
    @Nullable LocalDate edited) {
  private static final String LEG = ", leg ";
  private static final String PRESIDENT_ELECT = "made as president-elect";

  long days() {
    return DAYS.between(start, end) + 1;
  }

  /** Made before the office was taken up, as the remarks of the travels say. */
  boolean isOfPresidentElect() {
    String note = stop.note();
    return note != null && note.toLowerCase(Locale.ROOT).contains(PRESIDENT_ELECT);
  }

  /** Zero or less where they share none. */
  long daysSharedWith(Leg other) {
    LocalDate from = start.isAfter(other.start) ? start : other.start;
    LocalDate to = end.isBefore(other.end) ? end : other.end;
    return DAYS.between(from, to) + 1;
  }

  String locator() {
    return "%s%s%d".formatted(file, LEG, id);
  }

  /** The file that a locator names. */
  static String fileIn(String locator) {
    int leg = locator.lastIndexOf(LEG);
    return leg < 0 ? locator : locator.substring(0, leg);
  }

  /** The leg in a release. */
  Source source(@Nullable LocalDate release) {
    return role.source(release, locator());
  }

  String origin() {
    return "%s, line %d, leg %d".formatted(file, line, id);
  }
}
