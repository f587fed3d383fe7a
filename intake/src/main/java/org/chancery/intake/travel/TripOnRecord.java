package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.intake.ledger.OnRecord;
import org.chancery.shared.OfficialId;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A trip as the ledger tells it now.
 *
 * @param entry the position of the entry that says so
 * @param fromSource true where the published travels say so, and nobody since
 * @param release the release of the travels that says so, where it is one
 * @param cited the sources of all entries on it, whatever became of them
 * @param stops as they read
 */
record TripOnRecord(
    TripRecorded trip,
    long entry,
    boolean fromSource,
    @Nullable LocalDate release,
    Set<Source> cited,
    List<Stop> stops)
    implements OnRecord {

  TripOnRecord(
      TripRecorded trip,
      long entry,
      boolean fromSource,
      @Nullable LocalDate release,
      Set<Source> cited) {
    this(trip, entry, fromSource, release, cited, Journey.asRead(trip.stops()));
  }

  /** Only trips of officials are read. */
  OfficialId traveller() {
    return (OfficialId) trip.traveller();
  }

  /** The files of the travels that it stood in, in whatever release. */
  Stream<String> files() {
    return cited.stream()
        .filter(Role::isPublished)
        .map(Source::locator)
        .filter(Objects::nonNull)
        .map(Leg::fileIn);
  }

  boolean mayShareADayWith(Journey journey) {
    return journey.stops().stream()
        .map(Stop::dates)
        .anyMatch(days -> trip.stops().stream().anyMatch(stop -> stop.dates().mayTouch(days)));
  }
}
