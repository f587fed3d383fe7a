package org.chancery.shared.trip;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of a trip. */
public sealed interface TripEvent extends LedgerEvent {
  String CONCEPT = "trips";

  @Override
  TripCommand command();

  TripId trip();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, trip().value());
  }

  /** The traveller's office announced it. */
  record TripPlanned(
      TripId trip,
      Person traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops,
      @Nullable PartyId host,
      @Nullable VisitKind visitKind)
      implements TripEvent {

    /** Told of no host. */
    public TripPlanned(
        TripId trip,
        Person traveller,
        @Nullable String office,
        @Nullable String purpose,
        List<Stop> stops) {
      this(trip, traveller, office, purpose, stops, null, null);
    }

    @Override
    public TripCommand command() {
      return new TripCommand.PlanTrip(trip, traveller, office, purpose, stops, host, visitKind);
    }
  }

  /** It took place; the traveller's office would know. */
  record TripRecorded(
      TripId trip,
      Person traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops,
      @Nullable PartyId host,
      @Nullable VisitKind visitKind)
      implements TripEvent {

    /** Told of no host. */
    public TripRecorded(
        TripId trip,
        Person traveller,
        @Nullable String office,
        @Nullable String purpose,
        List<Stop> stops) {
      this(trip, traveller, office, purpose, stops, null, null);
    }

    @Override
    public TripCommand command() {
      return new TripCommand.RecordTrip(trip, traveller, office, purpose, stops, host, visitKind);
    }
  }

  /** A further stop came to be known. */
  record StopAdded(TripId trip, Stop stop) implements TripEvent {

    @Override
    public TripCommand command() {
      return new TripCommand.AddStop(trip, stop);
    }
  }

  /** The traveller's office called it off. */
  record TripCancelled(
      TripId trip, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements TripEvent, Caused {

    /** By whom and over what is not on record. */
    public TripCancelled(TripId trip, EdtfDate on, String reason) {
      this(trip, on, reason, List.of(), null);
    }

    @Override
    public TripCommand command() {
      return new TripCommand.CancelTrip(trip, on, reason, by, because);
    }
  }

  /**
   * A further source, or another release of one, tells it as it stood then. The entry's sources say
   * which, and under which of their numbers.
   */
  record TripCorroborated(TripId trip) implements TripEvent {

    @Override
    public TripCommand command() {
      return new TripCommand.CorroborateTrip(trip);
    }
  }
}
