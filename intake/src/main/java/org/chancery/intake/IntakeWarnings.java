package org.chancery.intake;

import java.util.ArrayList;
import java.util.List;

/** What in a journey a careful reader would check. Nothing is left out for it. */
final class IntakeWarnings {
  private static final int LONG_STAY_DAYS = 60;
  private static final int OVERLAP_DAYS = 2;

  private IntakeWarnings() {}

  static List<String> about(Journey journey) {
    List<String> found = new ArrayList<>();
    List<Leg> legs = journey.legs();
    for (int later = 0; later < legs.size(); later++) {
      about(legs.get(later), found);
      for (int earlier = 0; earlier < later; earlier++) {
        about(legs.get(earlier), legs.get(later), found);
      }
    }
    return found;
  }

  private static void about(Leg leg, List<String> found) {
    if (leg.days() > LONG_STAY_DAYS) {
      found.add("leg %d lasts %d days".formatted(leg.id(), leg.days()));
    }
    leg.oddities().forEach(odd -> found.add("leg %d %s".formatted(leg.id(), odd)));
    if (leg.isOfPresidentElect()) {
      found.add("leg %d was made as President-elect".formatted(leg.id()));
    }
  }

  private static void about(Leg earlier, Leg later, List<String> found) {
    long shared = earlier.daysSharedWith(later);
    if (shared >= OVERLAP_DAYS) {
      found.add("legs %d and %d overlap by %d days".formatted(earlier.id(), later.id(), shared));
    }
    if (areDoubled(earlier, later)) {
      found.add("legs %d and %d look like one entered twice".formatted(earlier.id(), later.id()));
    }
    if (earlier.id() == later.id()) {
      found.add("two legs share the id %d".formatted(later.id()));
    }
  }

  // Not the last day: one of a doubled pair was often entered with less known.
  private static boolean areDoubled(Leg one, Leg other) {
    return one.start().equals(other.start())
        && one.stop().country().equals(other.stop().country())
        && one.stop().places().equals(other.stop().places());
  }
}
