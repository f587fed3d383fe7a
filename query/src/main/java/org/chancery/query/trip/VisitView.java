package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.OfSubject;
import org.chancery.query.trip.StopView.Lasting;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.Subject;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripId;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * A trip as its host sees it: who came, from which country, and in which form they were received.
 *
 * @param visitor an official, or a person known by name alone
 * @param country whom the visitor acts for, where the trip tells that of one known by name
 * @param kind unspecified where nobody says so
 * @param places those visited in the host's country
 * @param from the first day that may belong to it, or null where no beginning is known
 * @param to the last day that may belong to it, or null where no end is known
 * @param dates both; null where neither is known, as before any stop is
 * @param days how many different days it takes; null where that is not known to the day
 * @param note what the source remarks
 * @param status planned or took-place
 * @param lasts where a day is asked about, whether it surely lasts on it; null where none is
 */
public record VisitView(
    TripId trip,
    Person visitor,
    @Nullable PartyId country,
    @Nullable String office,
    PartyId host,
    VisitKind kind,
    List<String> places,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable EdtfSpan dates,
    @Nullable Long days,
    @Nullable String note,
    TripStatus status,
    @Nullable Lasting lasts,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<TripEvent, VisitView> READ_MODEL =
      ReadModelSpec.of("visit", TripEvent.class, VisitView.class, VisitFold::versions)
          .indexedBy("host", "country")
          .filteredBy("visitor", visit -> List.of(visit.visitor().toString()))
          .filteredBy("place", VisitView::places)
          .groupedBy(
              Dimension.of("host"),
              Dimension.of("country"),
              Dimension.of("kind"),
              Dimension.said("visitor"),
              Dimension.said("place").many(),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return trip.subject();
  }

  /** The same as seen on a day on which it lasts or may last. */
  VisitView on(LocalDate day) {
    boolean sure = dates != null && !day.isBefore(dates.begunBy()) && !day.isAfter(dates.lastsTo());
    return new VisitView(
        trip,
        visitor,
        country,
        office,
        host,
        kind,
        places,
        from,
        to,
        dates,
        days,
        note,
        status,
        sure ? Lasting.YES : Lasting.INDETERMINATE,
        entries);
  }
}
