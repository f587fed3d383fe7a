package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/** A trip stands on the days of its stops, until it is called off. */
final class TripTimeline {
  private final List<Long> entries = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private @Nullable Recorded<TripEvent> told;
  private @Nullable Person traveller;
  private @Nullable PartyId host;
  private @Nullable TimelineItem cancelled;
  private String verb = "";

  private TripTimeline() {}

  static List<TimelineItem> of(List<Recorded<TripEvent>> history) {
    TripTimeline trip = new TripTimeline();
    history.forEach(trip::take);
    return trip.happenings();
  }

  private void take(Recorded<TripEvent> recorded) {
    entries.add(recorded.position());
    switch (recorded.event()) {
      case TripPlanned event -> {
        host = event.host();
        tell(recorded, event.traveller(), "is to visit", event.stops());
      }
      case TripRecorded event -> {
        host = event.host();
        tell(recorded, event.traveller(), "visits", event.stops());
      }
      case TripCorroborated _ -> {} // cited, and no more
      case StopAdded event -> stops.add(event.stop());
      case TripCancelled event ->
          cancelled =
              TimelineItem.of(
                  recorded,
                  event.on(),
                  "Trip of %s to %s called off: %s".formatted(who(), where(), event.reason()));
    }
  }

  private void tell(Recorded<TripEvent> recorded, Person who, String how, List<Stop> itinerary) {
    told = recorded;
    traveller = who;
    verb = how;
    cancelled = null;
    stops.clear();
    stops.addAll(itinerary);
  }

  private List<TimelineItem> happenings() {
    TimelineItem happening = cancelled == null ? visit() : cancelled;
    return happening == null || traveller == null
        ? List.of()
        : List.of(happening.among(parties(traveller)).with(officials(traveller)).citing(entries));
  }

  private @Nullable TimelineItem visit() {
    if (told == null || stops.isEmpty()) {
      return null;
    }
    TimelineItem visit =
        TimelineItem.of(
            told,
            date(Days.covering(stops.stream().map(Stop::dates).toList())),
            "%s %s %s".formatted(who(), verb, where()));
    return told.event() instanceof TripPlanned ? visit.toCome() : visit;
  }

  /** Where no bound is known at all there is no date to write: that of the first stop is told. */
  private EdtfSpan date(EdtfSpan covering) {
    return covering.isWritable() ? covering : stops.getFirst().dates();
  }

  private String who() {
    return traveller == null ? "" : NameTemplates.of(traveller);
  }

  private String where() {
    return NameTemplates.list(stops.stream().map(TripTimeline::place).distinct().toList());
  }

  static String place(Stop stop) {
    String country = NameTemplates.of(stop.country());
    return stop.places().isEmpty()
        ? country
        : "%s (%s)".formatted(country, String.join(", ", stop.places()));
  }

  /** Where to, whose guest, and for whom, as far as the trip itself tells that. */
  private List<PartyId> parties(Person traveller) {
    Stream<PartyId> actingFor =
        traveller instanceof NamedPerson named ? Stream.ofNullable(named.party()) : Stream.empty();
    return Stream.of(stops.stream().map(Stop::country), Stream.ofNullable(host), actingFor)
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private static List<OfficialId> officials(Person traveller) {
    return traveller instanceof OfficialId official ? List.of(official) : List.of();
  }
}
