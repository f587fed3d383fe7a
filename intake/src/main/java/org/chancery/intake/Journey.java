package org.chancery.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.shared.trip.Stop;

/** Legs of one traveller in one office, each beginning at most a day after those before it. */
record Journey(List<Leg> legs) {

  /** Joins the legs of one traveller in one office; the sources have nothing that joins them. */
  static List<Journey> join(List<Leg> legs) {
    List<Journey> journeys = new ArrayList<>();
    LocalDate latestEnd = LocalDate.MIN;
    for (Leg leg : legs.stream().sorted(Comparator.comparing(Leg::start)).toList()) {
      if (journeys.isEmpty() || leg.start().minusDays(1).isAfter(latestEnd)) {
        journeys.add(new Journey(new ArrayList<>()));
      }
      journeys.getLast().legs.add(leg);
      latestEnd = leg.end().isAfter(latestEnd) ? leg.end() : latestEnd;
    }
    return journeys;
  }

  List<Stop> stops() {
    return legs.stream().map(Leg::stop).toList();
  }

  /** The same as they read. */
  List<Stop> stopsAsRead() {
    return AsRead.stops(stops());
  }

  Leg first() {
    return legs.getFirst();
  }
}
