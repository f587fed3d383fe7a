package org.chancery.query.trip;

import java.util.List;
import java.util.Optional;
import org.chancery.query.trip.TripView.Stay;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.Person;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Stretch;
import org.chancery.shared.trip.TripEvent;

/** How a trip's history reads. */
final class TripFold {

  private TripFold() {}

  static List<Version<TripView>> versions(List<Recorded<TripEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    TripItinerary itinerary = TripItinerary.of(history);
    return itinerary.chronicle().stretches().stream()
        .flatMap(stretch -> version(itinerary, stretch).stream())
        .toList();
  }

  /** Before its first day, nothing is known of a trip that was never planned. */
  private static Optional<Version<TripView>> version(
      TripItinerary itinerary, Stretch<TripStatus, TripStatus> stretch) {
    boolean before =
        !itinerary.wasPlanned() && stretch.states().equals(List.of(TripStatus.PLANNED));
    Person traveller = itinerary.traveller;
    return before || traveller == null
        ? Optional.empty()
        : Optional.of(version(itinerary, traveller, stretch));
  }

  private static Version<TripView> version(
      TripItinerary itinerary, Person traveller, Stretch<TripStatus, TripStatus> stretch) {
    TripView view = view(itinerary, traveller, stretch);
    EdtfSpan span = itinerary.span();
    return new Version<>(
        TripEvent.CONCEPT + "/" + itinerary.trip,
        stretch.from(),
        stretch.to(),
        Days.inOrder(span == null ? EdtfSpan.END : span.earliest())
            + " "
            + TripItinerary.inOrder(traveller),
        span,
        itinerary.attributes(traveller, view.status(), view.stops()),
        view);
  }

  private static TripView view(
      TripItinerary itinerary, Person traveller, Stretch<TripStatus, TripStatus> stretch) {
    List<TripStatus> states = stretch.states();
    boolean certain = states.size() == 1;
    EdtfSpan span = itinerary.span();
    return new TripView(
        itinerary.trip,
        traveller,
        itinerary.office,
        itinerary.purpose,
        itinerary.host,
        itinerary.visitKind,
        certain ? states.getFirst() : TripStatus.INDETERMINATE,
        certain ? List.of() : states,
        span == null ? null : span.firstDay(),
        span == null ? null : span.lastDay(),
        Length.ofStays(itinerary.stays.stream().map(Stay::dates).toList()),
        List.copyOf(itinerary.stays),
        itinerary.endings.by(stretch.from()),
        List.copyOf(itinerary.entries));
  }
}
