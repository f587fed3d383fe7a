package org.chancery.command.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/** Who travels, in which office, and where to, as told last and added to since. */
record Itinerary(OfficialId traveller, @Nullable String office, List<Told> stops) {

  /** A stop, with the version that says so. */
  record Told(Stop stop, long version) {}

  static Itinerary of(
      OfficialId traveller, @Nullable String office, List<Stop> stops, long version) {
    return new Itinerary(
        traveller, office, stops.stream().map(stop -> new Told(stop, version)).toList());
  }

  Itinerary with(Stop stop, long version) {
    List<Told> more = new ArrayList<>(stops);
    more.add(new Told(stop, version));
    return new Itinerary(traveller, office, List.copyOf(more));
  }

  /** Fails where the stop is told already, whatever is remarked on it. */
  void admit(Stop stop) {
    for (Told told : stops) {
      if (isSame(told.stop(), stop)) {
        throw new Refusal(
            RefusalCode.ALREADY_EXISTS,
            "the trip has the stop in %s on %s already".formatted(stop.country(), stop.dates()),
            List.of(told.version()));
      }
    }
  }

  private static boolean isSame(Stop one, Stop other) {
    return one.country().equals(other.country())
        && one.dates().earliest().equals(other.dates().earliest())
        && one.dates().latest().equals(other.dates().latest())
        && Set.copyOf(one.places()).equals(Set.copyOf(other.places()));
  }

  /** Who travels in an office holds it at the stop too. */
  List<Reference> preconditions(Stop stop) {
    return office == null
        ? List.of()
        : List.of(new Reference.InOffice(traveller, office, stop.dates()));
  }
}
