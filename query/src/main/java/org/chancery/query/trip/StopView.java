package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.Subject;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a traveller in a country.
 *
 * @param countryName the country's name as used at the time
 * @param from the first day that may belong to it, or null where no beginning is known
 * @param to the last day that may belong to it, or null where no end is known
 * @param dates both, as the source gives them
 * @param days how many days, both included; null where the dates are not known to the day
 * @param conference for which the traveller came
 * @param status planned or took-place
 * @param lasts where a day is asked about, whether the stay surely lasts on it; null where none is,
 *     and in an answer of all days
 */
public record StopView(
    TripId trip,
    Person traveller,
    @Nullable String office,
    PartyId country,
    @Nullable String countryName,
    List<String> places,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    EdtfSpan dates,
    @Nullable Long days,
    @Nullable String note,
    @Nullable ConferenceId conference,
    TripStatus status,
    @Nullable Lasting lasts,
    List<Long> entries)
    implements OfSubjects {
  public static final ReadModelSpec<TripEvent, StopView> READ_MODEL =
      ReadModelSpec.of("stop", TripEvent.class, StopView.class, StopFold::versions)
          .indexedBy("official", "country", "conference")
          .groupedBy(
              Dimension.of("official"),
              Dimension.said("office"),
              Dimension.of("country"),
              Dimension.said("place").many(),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(trip.subject());
  }

  /** Whether a stay lasts on a day, as far as its dates tell. */
  public enum Lasting {
    YES,
    INDETERMINATE
  }

  /** The same as seen on a day on which it lasts or may last. */
  StopView on(LocalDate day) {
    boolean sure = !day.isBefore(dates.begunBy()) && !day.isAfter(dates.lastsTo());
    return new StopView(
        trip,
        traveller,
        office,
        country,
        countryName,
        places,
        from,
        to,
        dates,
        days,
        note,
        conference,
        status,
        sure ? Lasting.YES : Lasting.INDETERMINATE,
        entries);
  }
}
