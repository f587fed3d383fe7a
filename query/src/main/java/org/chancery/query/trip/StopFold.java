package org.chancery.query.trip;

import java.util.List;
import java.util.stream.IntStream;
import org.chancery.query.trip.TripView.Stay;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.Person;
import org.chancery.shared.time.Days;
import org.chancery.shared.trip.TripEvent;

/** How a trip's history reads stop by stop; each holds on the days of the stay. */
final class StopFold {

  private StopFold() {}

  static List<Version<StopView>> versions(List<Recorded<TripEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    TripItinerary itinerary = TripItinerary.of(history);
    Person traveller = itinerary.traveller;
    return traveller == null || itinerary.outcome() == TripStatus.CANCELLED
        ? List.of()
        : IntStream.range(0, itinerary.stays.size())
            .mapToObj(index -> version(itinerary, traveller, index))
            .toList();
  }

  private static Version<StopView> version(TripItinerary itinerary, Person traveller, int index) {
    Stay stay = itinerary.stays.get(index);
    Days days = Days.of(stay.dates());
    return new Version<>(
        TripEvent.CONCEPT + "/" + itinerary.trip + "/" + Version.padded(index),
        days.from(),
        days.to(),
        Days.inOrder(days.from()) + " " + TripItinerary.inOrder(traveller),
        stay.dates(),
        itinerary.attributes(traveller, itinerary.outcome(), List.of(stay)),
        view(itinerary, traveller, stay));
  }

  private static StopView view(TripItinerary itinerary, Person traveller, Stay stay) {
    return new StopView(
        itinerary.trip,
        traveller,
        itinerary.office,
        stay.country(),
        stay.countryName(),
        stay.places(),
        stay.from(),
        stay.to(),
        stay.dates(),
        stay.days(),
        stay.note(),
        stay.conference(),
        itinerary.outcome(),
        null,
        stay.entries());
  }
}
