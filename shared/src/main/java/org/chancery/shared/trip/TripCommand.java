package org.chancery.shared.trip;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
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
    return trip().subject();
  }

  /**
   * The trip is to take place.
   *
   * @param host whose guest the traveller is, where the trip is told as a visit
   * @param visitKind of what kind the visit is; with a host alone
   */
  record PlanTrip(
      TripId trip,
      Person traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops,
      @Nullable PartyId host,
      @Nullable VisitKind visitKind)
      implements TripCommand, CreationCommand {

    public PlanTrip(
        TripId trip,
        Person traveller,
        @Nullable String office,
        @Nullable String purpose,
        List<Stop> stops) {
      this(trip, traveller, office, purpose, stops, null, null);
    }

    public PlanTrip {
      traveller = checked(traveller);
      office = Require.optionalText("office", office);
      purpose = Require.optionalText("purpose", purpose);
      stops = Require.list("stops", stops);
      requireHost(host, visitKind);
    }

    @Override
    public List<Reference> references() {
      return TripCommand.references(traveller, office, stops, host);
    }
  }

  /**
   * The trip took place, with these stops, whatever was planned.
   *
   * @param host whose guest the traveller was, where the trip is told as a visit
   * @param visitKind of what kind the visit was; with a host alone
   */
  record RecordTrip(
      TripId trip,
      Person traveller,
      @Nullable String office,
      @Nullable String purpose,
      List<Stop> stops,
      @Nullable PartyId host,
      @Nullable VisitKind visitKind)
      implements TripCommand, CreationCommand {

    public RecordTrip(
        TripId trip,
        Person traveller,
        @Nullable String office,
        @Nullable String purpose,
        List<Stop> stops) {
      this(trip, traveller, office, purpose, stops, null, null);
    }

    public RecordTrip {
      traveller = checked(traveller);
      office = Require.optionalText("office", office);
      purpose = Require.optionalText("purpose", purpose);
      stops = Require.list("stops", stops);
      requireHost(host, visitKind);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references = TripCommand.references(traveller, office, stops, host);
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
  record CancelTrip(
      TripId trip, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements TripCommand, Caused {

    public CancelTrip {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public CancelTrip(TripId trip, EdtfDate on, String reason) {
      this(trip, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of(new Reference.Begun(EdtfSpan.of(on))));
    }
  }

  /** A further source, or another release of one, tells the trip as it stands. */
  record CorroborateTrip(TripId trip) implements TripCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  private static Person checked(Person traveller) {
    return traveller instanceof NamedPerson(var name, var title, var party)
        ? new NamedPerson(
            Require.text("traveller/name", name),
            Require.optionalText("traveller/title", title),
            party)
        : traveller;
  }

  /** A visit is of a kind to whoever is visited. */
  private static void requireHost(@Nullable PartyId host, @Nullable VisitKind kind) {
    if (host == null && kind != null) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, "visitKind", "is told with the host of the visit");
    }
  }

  private static List<Reference> references(
      Person traveller, @Nullable String office, List<Stop> stops, @Nullable PartyId host) {
    List<Reference> references = new ArrayList<>(who(traveller));
    references.addAll(Reference.known(host));
    for (Stop stop : stops) {
      references.addAll(references(stop));
      if (office != null && traveller instanceof OfficialId official) {
        references.add(new Reference.InOffice(official, office, stop.dates()));
      }
    }
    return references;
  }

  private static List<Reference> who(Person traveller) {
    return switch (traveller) {
      case OfficialId official -> List.of(new Reference.KnownOfficial(official));
      case NamedPerson named -> Reference.known(named.party());
    };
  }

  private static List<Reference> references(Stop stop) {
    List<Reference> references = new ArrayList<>(Reference.known(stop.country()));
    references.addAll(Reference.known(stop.conference()));
    return references;
  }
}
