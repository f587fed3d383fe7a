package org.chancery.intake.travel;

import java.util.Collection;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;

/**
 * How much speaks for two tellings being of one stay. Ids drift and are given anew from release to
 * release, so nothing but the content can say it.
 */
final class SimilarityScore {
  static final int NONE = 0;
  private static final int WEAK = 1;
  private static final int FAIR = 3;
  private static final int STRONG = 6;

  private SimilarityScore() {}

  /** From {@link #NONE}, where nothing speaks for it; the same content has the most. */
  static int of(Stop one, Stop other) {
    boolean country = one.country().equals(other.country());
    boolean dates = one.dates().equals(other.dates());
    boolean note = one.note() != null && one.note().equals(other.note());
    int alike = of(country, dates, note, overlap(one.dates(), other.dates()));
    boolean places = one.places().equals(other.places());
    return alike == NONE ? NONE : alike + (note ? WEAK : 0) + (places ? WEAK : 0);
  }

  private static int of(boolean country, boolean dates, boolean note, boolean overlap) {
    if (country && dates) {
      return STRONG;
    }
    if (country && (overlap || note)) {
      return FAIR;
    }
    return dates || (note && overlap) ? WEAK : NONE;
  }

  private static boolean overlap(EdtfSpan one, EdtfSpan other) {
    return one.mayTouch(other);
  }

  /** The sum of each stop's best counterpart. */
  static int of(Collection<Stop> ones, Collection<Stop> others) {
    return ones.stream()
        .mapToInt(one -> others.stream().mapToInt(other -> of(one, other)).max().orElse(NONE))
        .sum();
  }
}
