package org.chancery.command.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.command.decision.Decider;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Person;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripCommand.AddStop;
import org.chancery.shared.trip.TripCommand.CancelTrip;
import org.chancery.shared.trip.TripCommand.CorroborateTrip;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/** What is known of a trip, as far as it decides what may yet be recorded of it. */
sealed interface TripState extends Decider<TripCommand, TripEvent, TripState> {

  record Unknown() implements TripState {}

  record Planned(Itinerary itinerary, long plannedBy) implements TripState {}

  record TookPlace(Itinerary itinerary, long recordedBy) implements TripState {}

  record Cancelled(long cancelledBy) implements TripState {}

  @Override
  default List<TripEvent> decide(TripCommand command) {
    return List.of(
        switch (command) {
          case PlanTrip plan -> plan(plan);
          case RecordTrip took -> record(took);
          case AddStop add -> addStop(add);
          case CancelTrip cancel -> cancel(cancel);
          case CorroborateTrip corroborate -> corroborate(corroborate);
        });
  }

  @Override
  default TripState evolve(TripEvent event, long version) {
    return switch (event) {
      case TripPlanned(var _, var traveller, var office, var _, var stops, var _, var _) ->
          new Planned(Itinerary.of(traveller, office, stops, version), version);
      case TripRecorded(var _, var traveller, var office, var _, var stops, var _, var _) ->
          new TookPlace(Itinerary.of(traveller, office, stops, version), version);
      case StopAdded added -> with(added.stop(), version);
      case TripCancelled _ -> new Cancelled(version);
      case TripCorroborated _ -> this;
    };
  }

  private TripState with(Stop stop, long version) {
    return switch (this) {
      case Planned(var itinerary, var plannedBy) ->
          new Planned(itinerary.with(stop, version), plannedBy);
      case TookPlace(var itinerary, var recordedBy) ->
          new TookPlace(itinerary.with(stop, version), recordedBy);
      case Unknown _, Cancelled _ -> this;
    };
  }

  @Override
  default List<Reference> preconditions(TripCommand command) {
    return command instanceof AddStop add ? preconditions(add.stop()) : List.of();
  }

  private List<Reference> preconditions(Stop stop) {
    return switch (this) {
      case Planned planned -> planned.itinerary().preconditions(stop);
      case TookPlace took -> {
        List<Reference> taken = new ArrayList<>(took.itinerary().preconditions(stop));
        taken.add(new Reference.Begun(stop.dates()));
        yield taken;
      }
      case Unknown _, Cancelled _ -> List.of();
    };
  }

  private TripPlanned plan(PlanTrip command) {
    if (!(this instanceof Unknown)) {
      throw Refusal.alreadyExists(command.subject());
    }
    return new TripPlanned(
        command.trip(),
        command.traveller(),
        command.office(),
        command.purpose(),
        command.stops(),
        command.host(),
        command.visitKind());
  }

  private TripRecorded record(RecordTrip command) {
    refuseAnotherTraveller(command);
    refuseTookPlace();
    refuseCancelled();
    if (command.stops().isEmpty()) {
      throw Refusal.missing("a trip that took place has at least one stop", "stops");
    }
    return new TripRecorded(
        command.trip(),
        command.traveller(),
        command.office(),
        command.purpose(),
        command.stops(),
        command.host(),
        command.visitKind());
  }

  private StopAdded addStop(AddStop command) {
    switch (this) {
      case Unknown _ -> throw Refusal.unknown(command.subject());
      case Cancelled _ -> refuseCancelled();
      case Planned planned -> planned.itinerary().admit(command.stop());
      case TookPlace took -> took.itinerary().admit(command.stop());
    }
    return new StopAdded(command.trip(), command.stop());
  }

  private TripCancelled cancel(CancelTrip command) {
    if (this instanceof Unknown) {
      throw Refusal.unknown(command.subject());
    }
    refuseTookPlace();
    refuseCancelled();
    return new TripCancelled(
        command.trip(), command.on(), command.reason(), command.by(), command.because());
  }

  private TripCorroborated corroborate(CorroborateTrip command) {
    if (this instanceof Unknown) {
      throw Refusal.unknown(command.subject());
    }
    return new TripCorroborated(command.trip());
  }

  private void refuseAnotherTraveller(RecordTrip command) {
    if (this instanceof Planned(var itinerary, var plannedBy)
        && !itinerary.traveller().equals(command.traveller())) {
      throw new Refusal(
          RefusalCode.ALREADY_EXISTS,
          "the trip was planned for %s; a journey of %s is another trip"
              .formatted(itinerary.traveller(), command.traveller()),
          List.of(plannedBy));
    }
  }

  private void refuseTookPlace() {
    if (this instanceof TookPlace(var _, var recordedBy)) {
      throw new Refusal(RefusalCode.TRIP_TOOK_PLACE, "the trip took place", List.of(recordedBy));
    }
  }

  private void refuseCancelled() {
    if (this instanceof Cancelled(var cancelledBy)) {
      throw new Refusal(
          RefusalCode.TRIP_CANCELLED, "the trip has been cancelled", List.of(cancelledBy));
    }
  }

  /** Who travels, in which office, and where to, as told last and added to since. */
  record Itinerary(Person traveller, @Nullable String office, List<Told> stops) {

    /** A stop, with the version that says so. */
    record Told(Stop stop, long version) {}

    static Itinerary of(Person traveller, @Nullable String office, List<Stop> stops, long version) {
      return new Itinerary(
          traveller, office, stops.stream().map(stop -> new Told(stop, version)).toList());
    }

    Itinerary with(Stop stop, long version) {
      List<Told> more = new ArrayList<>(stops);
      more.add(new Told(stop, version));
      return new Itinerary(traveller, office, List.copyOf(more));
    }

    /** Fails where the stop is told already, whatever is remarked on it. */
    void admit(Stop stop) {
      for (Told told : stops) {
        if (isSame(told.stop(), stop)) {
          throw new Refusal(
              RefusalCode.ALREADY_EXISTS,
              "the trip has the stop in %s on %s already".formatted(stop.country(), stop.dates()),
              List.of(told.version()));
        }
      }
    }

    private static boolean isSame(Stop one, Stop other) {
      return one.country().equals(other.country())
          && one.dates().earliest().equals(other.dates().earliest())
          && one.dates().latest().equals(other.dates().latest())
          && Set.copyOf(one.places()).equals(Set.copyOf(other.places()));
    }

    /** Who travels in an office holds it at the stop too. */
    List<Reference> preconditions(Stop stop) {
      return office != null && traveller instanceof OfficialId official
          ? List.of(new Reference.InOffice(official, office, stop.dates()))
          : List.of();
    }
  }
}
