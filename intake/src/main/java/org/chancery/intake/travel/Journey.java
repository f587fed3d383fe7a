package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

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
    return asRead(stops());
  }

  /** Stops in the form in which they are compared. */
  static List<Stop> asRead(List<Stop> stops) {
    return stops.stream().map(Journey::asRead).toList();
  }

  private static Stop asRead(Stop stop) {
    return new Stop(
        stop.country(),
        text(stop.countryName()),
        stop.places().stream().map(TextForm::composed).distinct().toList(),
        stop.dates(),
        text(stop.note()));
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null ? null : TextForm.composed(text);
  }

  Leg first() {
    return legs.getFirst();
  }
}
