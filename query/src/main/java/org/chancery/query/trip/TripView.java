package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.Ending;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.Subject;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripId;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * A trip.
 *
 * @param traveller an official, or a person known by name alone
 * @param host whose guest the traveller is, where it is told as a visit
 * @param visitKind of what kind the visit is, where that is told
 * @param status how it stands on the day asked about
 * @param between where the status is indeterminate, those between which it lies
 * @param from the first day of its first stop, or null where no stop or beginning is known
 * @param to the last day of its last stop, or null where no stop or end is known
 * @param days how many different days its stops take, each counted once; null where a stop is not
 *     known to the day
 * @param endings how it was called off by the day, or perhaps; by whom and over what
 * @param entries the positions that all this rests on
 */
public record TripView(
    TripId trip,
    Person traveller,
    @Nullable String office,
    @Nullable String purpose,
    @Nullable PartyId host,
    @Nullable VisitKind visitKind,
    TripStatus status,
    List<TripStatus> between,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Long days,
    List<Stay> stops,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  /** The attribute by which the trips of a person known by name alone are found. */
  public static final String TRAVELLER = "traveller";

  public static final ReadModelSpec<TripEvent, TripView> READ_MODEL =
      ReadModelSpec.of("trip", TripEvent.class, TripView.class, TripFold::versions)
          .indexedBy("official", "country", "conference")
          .filteredBy(
              "place", trip -> trip.stops().stream().flatMap(s -> s.places().stream()).toList())
          .filteredBy("office", trip -> trip.office() == null ? List.of() : List.of(trip.office()))
          .groupedBy(
              Dimension.of("official"),
              Dimension.said("office"),
              Dimension.of("country").many(),
              Dimension.said("place").many(),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return trip.subject();
  }

  /** A stop, as its row in the list of stops tells it. */
  public record Stay(
      PartyId country,
      @Nullable String countryName,
      List<String> places,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      EdtfSpan dates,
      @Nullable Long days,
      @Nullable String note,
      @Nullable ConferenceId conference,
      List<Long> entries) {}
}
