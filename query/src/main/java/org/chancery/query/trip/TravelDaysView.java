package org.chancery.query.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.readmodel.Selection;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Subject;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/**
 * On how many days an official was on trips that took place. A day that stops share counts once.
 *
 * @param from the first day that counts, or null where all do
 * @param to the last day that counts, or null where all do
 * @param atLeast surely so many, by each account
 * @param atMost so many by the widest reading of the dates; null where a stop has no known bound
 * @param stops how many stops may have such days
 * @param trips those of these stops
 * @param entries the positions that these stops rest on
 */
public record TravelDaysView(
    OfficialId official,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long atLeast,
    @Nullable Long atMost,
    long stops,
    List<TripId> trips,
    List<Long> entries)
    implements OfSubjects {

  @Override
  public Stream<Subject> subjects() {
    return trips.stream().map(TripId::subject);
  }

  static TravelDaysView of(OfficialId official, List<StopView> stops, Selection asked) {
    LocalDate first = Objects.requireNonNullElse(asked.from(), EdtfSpan.BEGINNING);
    LocalDate last = Objects.requireNonNullElse(asked.to(), EdtfSpan.END);
    List<Days> sure =
        stops.stream()
            .map(StopView::dates)
            .map(dates -> clipped(dates.begunBy(), dates.lastsTo(), first, last))
            .toList();
    List<Days> possible =
        stops.stream()
            .map(StopView::dates)
            .map(dates -> clipped(dates.earliest(), dates.latest(), first, last))
            .toList();
    boolean bounded =
        possible.stream().allMatch(days -> days.begin() != null && days.end() != null);
    return new TravelDaysView(
        official,
        asked.from(),
        asked.to(),
        Length.ofAll(sure),
        bounded ? Long.valueOf(Length.ofAll(possible)) : null,
        stops.size(),
        stops.stream().map(StopView::trip).distinct().toList(),
        stops.stream().flatMap(stop -> stop.entries().stream()).distinct().sorted().toList());
  }

  /** What is so by this account or by the other. */
  TravelDaysView or(TravelDaysView other) {
    return new TravelDaysView(
        official,
        from,
        to,
        Math.min(atLeast, other.atLeast),
        atMost == null || other.atMost == null ? null : Math.max(atMost, other.atMost),
        Math.max(stops, other.stops),
        joined(trips, other.trips).toList(),
        joined(entries, other.entries).sorted().toList());
  }

  private static <T> Stream<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).distinct();
  }

  private static Days clipped(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
    return new Days(from.isBefore(first) ? first : from, Days.after(to.isAfter(last) ? last : to));
  }
}
