package org.chancery.shared.trip;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a trip. */
public sealed interface TripCommand extends LedgerCommand {

  TripId trip();

  @Override
  default Subject subject() {
    return new Subject(TripEvent.CONCEPT, trip().value());
  }

  /** The trip is to take place. */
  record PlanTrip(
      TripId trip,
      OfficialId traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops)
      implements TripCommand, CreationCommand {

    public PlanTrip {
      office = Require.optionalText("office", office);
      purpose = Require.optionalText("purpose", purpose);
      stops = Require.list("stops", stops);
    }

    @Override
    public List<Reference> references() {
      return TripCommand.references(traveller, office, stops);
    }
  }

  /** The trip took place, with these stops, whatever was planned. */
  record RecordTrip(
      TripId trip,
      OfficialId traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops)
      implements TripCommand, CreationCommand {

    public RecordTrip {
      office = Require.optionalText("office", office);
      purpose = Require.optionalText("purpose", purpose);
      stops = Require.list("stops", stops);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references = TripCommand.references(traveller, office, stops);
      stops.forEach(stop -> references.add(new Reference.Begun(stop.dates())));
      return references;
    }
  }

  /** The trip has one stop more than was known. */
  record AddStop(TripId trip, Stop stop) implements TripCommand {

    @Override
    public List<Reference> references() {
      return TripCommand.references(stop);
    }
  }

  /** The planned trip will not take place. */
  record CancelTrip(TripId trip, EdtfDate on, String reason) implements TripCommand {

    public CancelTrip {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Begun(EdtfSpan.of(on)));
    }
  }

  /** A further source, or another release of one, tells the trip as it stands. */
  record CorroborateTrip(TripId trip) implements TripCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  private static List<Reference> references(
      OfficialId traveller, @Nullable String office, List<Stop> stops) {
    List<Reference> references = new ArrayList<>();
    references.add(new Reference.KnownOfficial(traveller));
    for (Stop stop : stops) {
      references.addAll(references(stop));
      if (office != null) {
        references.add(new Reference.InOffice(traveller, office, stop.dates()));
      }
    }
    return references;
  }

  private static List<Reference> references(Stop stop) {
    List<Reference> references = new ArrayList<>(Reference.known(stop.country()));
    references.addAll(Reference.known(stop.conference()));
    return references;
  }
}
