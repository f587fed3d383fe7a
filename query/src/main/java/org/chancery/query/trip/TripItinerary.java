package org.chancery.query.trip;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.official.OfficeAttributes;
import org.chancery.query.trip.TripView.Stay;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.ReplaceLifecycle;
import org.chancery.shared.time.Step;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/** What a trip's history comes to: the plan, until the trip is recorded as it took place. */
final class TripItinerary {
  private static final int LONGEST_KEY = 64;
  private static final EdtfSpan ALWAYS = new EdtfSpan("..", null, null);

  final TripId trip;
  final List<Stay> stays = new ArrayList<>();
  final List<Long> entries = new ArrayList<>();
  final Endings endings = new Endings();
  @Nullable Person traveller;
  @Nullable String office;
  @Nullable String purpose;
  @Nullable PartyId host;
  @Nullable VisitKind visitKind;
  private @Nullable Recorded<TripCancelled> cancelled;
  private boolean planned;
  private long told;
  private boolean tookPlace;

  private TripItinerary(TripId trip) {
    this.trip = trip;
  }

  static TripItinerary of(List<Recorded<TripEvent>> history) {
    TripItinerary itinerary = new TripItinerary(history.getFirst().event().trip());
    history.forEach(itinerary::take);
    return itinerary;
  }

  private void take(Recorded<TripEvent> recorded) {
    long position = recorded.position();
    entries.add(position);
    endings.take(recorded);
    switch (recorded.event()) {
      case TripPlanned event -> {
        planned = true;
        host = event.host();
        visitKind = event.visitKind();
        tell(position, event.traveller(), event.office(), event.purpose(), event.stops());
      }
      case TripRecorded event -> {
        tookPlace = true;
        host = event.host();
        visitKind = event.visitKind();
        tell(position, event.traveller(), event.office(), event.purpose(), event.stops());
      }
      case TripCorroborated _ -> {} // cited, and no more
      case StopAdded event -> stays.add(stay(event.stop(), position));
      case TripCancelled event -> cancelled = new Recorded<>(position, event);
    }
  }

  private void tell(
      long position, Person who, @Nullable String as, @Nullable String whatFor, List<Stop> stops) {
    told = position;
    traveller = who;
    office = as;
    purpose = whatFor;
    stays.clear();
    stops.forEach(stop -> stays.add(stay(stop, position)));
  }

  private Stay stay(Stop stop, long position) {
    EdtfSpan dates = stop.dates();
    return new Stay(
        stop.country(),
        stop.countryName(),
        stop.places(),
        dates.firstDay(),
        dates.lastDay(),
        dates,
        Days.count(dates),
        stop.note(),
        stop.conference(),
        Stream.of(told, position).filter(entry -> entry > 0).distinct().toList());
  }

  /**
   * Planned from the outset, until the day from which it is called off or takes place; where
   * nothing says either, until its last day has passed.
   */
  Chronicle<TripStatus, TripStatus> chronicle() {
    Chronicle<TripStatus, TripStatus> chronicle =
        Chronicle.of(new ReplaceLifecycle<>(TripStatus.PLANNED));
    if (cancelled != null) {
      chronicle =
          chronicle.place(
              new Step<>(TripStatus.CANCELLED, cancelled.event().on(), cancelled.position()));
    }
    if (tookPlace) {
      return chronicle.place(new Step<>(TripStatus.TOOK_PLACE, firstDay(), told));
    }
    EdtfSpan span = span();
    EdtfDate passed = span == null ? null : Days.passed(span);
    return passed == null || cancelled != null
        ? chronicle
        : chronicle.place(new Step<>(TripStatus.OVERDUE, passed, told));
  }

  /** A trip without a stop took place on no day that is known, so on all of them. */
  private EdtfDate firstDay() {
    return stays.stream()
        .map(stay -> Days.beginning(stay.dates()))
        .min(EdtfDate::compareTo)
        .orElse(Days.beginning(ALWAYS));
  }

  /** The place of its traveller among those of one day. */
  static String inOrder(Person traveller) {
    String key = FilterAttribute.slug(traveller.toString());
    return key.substring(0, Math.min(key.length(), LONGEST_KEY));
  }

  /** From the first day of its stops to the last, or null where it has none. */
  @Nullable EdtfSpan span() {
    return stays.isEmpty() ? null : Days.covering(stays.stream().map(Stay::dates).toList());
  }

  boolean wasPlanned() {
    return planned;
  }

  /** What is to be expected in the end, whatever the day. */
  TripStatus outcome() {
    return tookPlace
        ? TripStatus.TOOK_PLACE
        : cancelled == null ? TripStatus.PLANNED : TripStatus.CANCELLED;
  }

  Set<FilterAttribute> attributes(Person who, TripStatus status, List<Stay> of) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    switch (who) {
      case OfficialId official -> attributes.add(new FilterAttribute("official", official.value()));
      case NamedPerson named ->
          attributes.add(new FilterAttribute(TripView.TRAVELLER, named.toString()));
    }
    if (office != null) {
      attributes.addAll(OfficeAttributes.of(office));
      attributes.add(FilterAttribute.said("office", office));
    }
    for (Stay stay : of) {
      attributes.add(new FilterAttribute("country", stay.country().value()));
      if (stay.conference() != null) {
        attributes.add(new FilterAttribute("conference", stay.conference().value()));
      }
      stay.places().forEach(place -> attributes.add(new FilterAttribute("place", place)));
      stay.places().forEach(place -> attributes.add(FilterAttribute.said("place", place)));
    }
    List<EdtfSpan> dates = of.stream().map(Stay::dates).toList();
    if (!dates.isEmpty()) {
      attributes.addAll(FilterAttribute.when(Days.covering(dates), Length.ofStays(dates)));
    }
    attributes.add(FilterAttribute.of("status", status));
    return attributes;
  }
}
