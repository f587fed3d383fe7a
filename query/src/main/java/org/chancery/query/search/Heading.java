package org.chancery.query.search;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What a subject is called in a list, whatever became of it.
 *
 * @param title with parties and officials as {@link NameTemplates} writes them
 * @param date EDTF; null of what has none or several
 */
record Heading(String title, @Nullable String date) {

  /** By an event that tells what its subject is; null where it only tells what became of it. */
  static @Nullable Heading of(LedgerEvent event) {
    return switch (event) {
      case PartyEvent of -> lasting(NameTemplates.of(of.party()));
      case OfficialEvent of -> lasting(NameTemplates.of(of.official()));
      case RelationshipEvent of -> lasting(NameTemplates.all(of.pair().parties()));
      case MissionEvent of -> lasting(mission(of.sending(), of.receiving()));
      case MeetingScheduled of -> meeting(of.parties(), of.place(), of.scheduledFor());
      case MeetingHeld of -> meeting(of.parties(), of.place(), of.heldOn());
      case ConferenceConvened of -> new Heading(of.name(), of.scheduledFor().toString());
      case ConferenceHeld of -> new Heading(of.name(), of.heldOn().toString());
      case TripPlanned of -> trip(of.traveller(), of.stops());
      case TripRecorded of -> trip(of.traveller(), of.stops());
      case StatementMade of ->
          on("%s: %s".formatted(NameTemplates.of(of.speaker()), of.summary()), of.on());
      case CooperationEstablished of ->
          on("%s: %s".formatted(NameTemplates.all(of.parties()), of.field()), of.on());
      case AgreementAdopted of -> on(of.title(), of.on());
      case SanctionsThreatened of -> on(sanctions(of.by(), of.against()), of.on());
      case SanctionsImposed of -> on(sanctions(of.by(), of.against()), of.on());
      case LedgerEvent _ -> null;
    };
  }

  private static Heading lasting(String title) {
    return new Heading(title, null);
  }

  private static Heading on(String title, EdtfDate date) {
    return new Heading(title, date.text());
  }

  private static String mission(PartyId sending, PartyId receiving) {
    return "Mission of %s to %s".formatted(NameTemplates.of(sending), NameTemplates.of(receiving));
  }

  private static Heading meeting(List<PartyId> parties, @Nullable Place place, EdtfSpan date) {
    String where = place == null ? "" : NameTemplates.of(place);
    return new Heading(
        "Meeting of %s%s"
            .formatted(NameTemplates.all(parties), where.isEmpty() ? "" : " in " + where),
        date.toString());
  }

  private static Heading trip(Person traveller, List<Stop> stops) {
    String where = NameTemplates.list(stops.stream().map(Heading::place).distinct().toList());
    String who = NameTemplates.of(traveller);
    return new Heading(
        where.isEmpty() ? "Trip of " + who : "%s in %s".formatted(who, where), date(stops));
  }

  private static String place(Stop stop) {
    return Stream.concat(stop.places().stream(), Stream.of(NameTemplates.of(stop.country())))
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private static @Nullable String date(List<Stop> stops) {
    return switch (stops.size()) {
      case 0 -> null;
      case 1 -> stops.getFirst().dates().toString();
      default -> whole(stops.stream().map(Stop::dates).toList());
    };
  }

  /** From the first day to the last; as uncertain as the dates of the stops, it has no EDTF. */
  private static @Nullable String whole(List<EdtfSpan> dates) {
    boolean certain =
        dates.stream()
            .allMatch(
                each ->
                    each.earliest().equals(each.begunBy()) && each.latest().equals(each.lastsTo()));
    return certain
        ? EdtfSpan.between(
                dates.stream().map(EdtfSpan::earliest).min(LocalDate::compareTo).orElseThrow(),
                dates.stream().map(EdtfSpan::latest).max(LocalDate::compareTo).orElseThrow())
            .toString()
        : null;
  }

  private static String sanctions(List<PartyId> by, List<PartyId> against) {
    String whom = against.isEmpty() ? "" : " against " + NameTemplates.all(against);
    return "Sanctions of %s%s".formatted(NameTemplates.all(by), whom);
  }
}
