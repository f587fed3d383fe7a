package org.chancery.shared.trip;

import java.util.List;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of a trip. */
public sealed interface TripEvent extends LedgerEvent {
  String CONCEPT = "trips";

  TripId trip();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, trip().value());
  }

  /** The traveller's office announced it. */
  record TripPlanned(
      TripId trip,
      OfficialId traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops)
      implements TripEvent {}

  /** It took place; the traveller's office would know. */
  record TripRecorded(
      TripId trip,
      OfficialId traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops)
      implements TripEvent {}

  /** A further stop came to be known. */
  record StopAdded(TripId trip, Stop stop) implements TripEvent {}

  /** The traveller's office called it off. */
  record TripCancelled(TripId trip, EdtfDate on, String reason) implements TripEvent {}
}
