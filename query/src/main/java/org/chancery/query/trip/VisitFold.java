package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.trip.TripView.Stay;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/** How a trip reads to its host; it holds on the days of the visit. */
final class VisitFold {
  private final TripItinerary itinerary;
  private final Person visitor;
  private final PartyId host;
  private final List<Stay> stays;

  private VisitFold(TripItinerary itinerary, Person visitor, PartyId host) {
    this.itinerary = itinerary;
    this.visitor = visitor;
    this.host = host;
    this.stays = itinerary.stays.stream().filter(stay -> stay.country().equals(host)).toList();
  }

  static List<Version<VisitView>> versions(List<Recorded<TripEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    TripItinerary itinerary = TripItinerary.of(history);
    Person visitor = itinerary.traveller;
    PartyId host = itinerary.host;
    return visitor == null || host == null || itinerary.outcome() == TripStatus.CANCELLED
        ? List.of()
        : List.of(new VisitFold(itinerary, visitor, host).version());
  }

  /** Of a visit without a day it is open on which days it is. */
  private Version<VisitView> version() {
    EdtfSpan dates = dates();
    Days days = dates == null ? new Days(EdtfSpan.BEGINNING, EdtfSpan.END) : Days.of(dates);
    LocalDate first = dates == null ? EdtfSpan.END : dates.earliest();
    return new Version<>(
        TripEvent.CONCEPT + "/" + itinerary.trip,
        days.from(),
        days.to(),
        Days.inOrder(first) + " " + TripItinerary.inOrder(visitor),
        dates,
        attributes(dates),
        view(dates));
  }

  private @Nullable EdtfSpan dates() {
    return stays.isEmpty() ? null : Days.covering(stays.stream().map(Stay::dates).toList());
  }

  private @Nullable Long length() {
    return Length.ofStays(stays.stream().map(Stay::dates).toList());
  }

  private VisitView view(@Nullable EdtfSpan dates) {
    String notes =
        stays.stream().map(Stay::note).filter(Objects::nonNull).collect(Collectors.joining(" "));
    return new VisitView(
        itinerary.trip,
        visitor,
        country(),
        itinerary.office,
        host,
        kind(),
        places(),
        dates == null ? null : dates.firstDay(),
        dates == null ? null : dates.lastDay(),
        dates == null || !dates.isWritable() ? null : dates,
        length(),
        notes.isEmpty() ? itinerary.purpose : notes,
        itinerary.outcome(),
        null,
        List.copyOf(itinerary.entries));
  }

  private @Nullable PartyId country() {
    return visitor instanceof NamedPerson named ? named.party() : null;
  }

  private VisitKind kind() {
    return itinerary.visitKind == null ? VisitKind.UNSPECIFIED : itinerary.visitKind;
  }

  private List<String> places() {
    return stays.stream().flatMap(stay -> stay.places().stream()).distinct().toList();
  }

  private Set<FilterAttribute> attributes(@Nullable EdtfSpan dates) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(new FilterAttribute("host", host.value()));
    attributes.add(FilterAttribute.of("kind", kind()));
    attributes.add(FilterAttribute.of("status", itinerary.outcome()));
    PartyId country = country();
    if (country != null) {
      attributes.add(new FilterAttribute("country", country.value()));
    }
    called().forEach(name -> attributes.add(new FilterAttribute("visitor", name)));
    attributes.add(FilterAttribute.said("visitor", visitor.toString()));
    for (String place : places()) {
      attributes.add(new FilterAttribute("place", place));
      attributes.add(FilterAttribute.said("place", place));
    }
    if (dates != null) {
      attributes.addAll(FilterAttribute.when(dates, length()));
    }
    return attributes;
  }

  /** By what the visitor is asked for: whole, without the title, and by each word. */
  private Stream<String> called() {
    return switch (visitor) {
      case OfficialId official -> Stream.of(official.value());
      case NamedPerson named ->
          Stream.of(
                  Stream.of(named.toString(), named.name()),
                  Arrays.stream(named.toString().split("\\s+")),
                  Arrays.stream(TextForm.key(named.toString()).split("-")))
              .flatMap(each -> each)
              .filter(word -> !word.isBlank());
    };
  }
}
