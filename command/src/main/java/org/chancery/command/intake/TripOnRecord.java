package org.chancery.command.intake;

import java.time.LocalDate;
import java.util.Set;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A trip as the ledger tells it now.
 *
 * @param entry the position of the entry that says so
 * @param fromTravels true where the published travels say so, and nobody since
 * @param release the release of the travels that says so, where it is one
 * @param files those of the release that it stood in
 */
record TripOnRecord(
    TripRecorded trip,
    long entry,
    boolean fromTravels,
    @Nullable LocalDate release,
    Set<String> files)
    implements OnRecord {

  boolean mayShareADayWith(Journey journey) {
    return journey.stops().stream()
        .map(Stop::dates)
        .anyMatch(days -> trip.stops().stream().anyMatch(stop -> stop.dates().mayTouch(days)));
  }
}
