package org.chancery.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationResumed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.ConferencePostponed;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Position;
import org.chancery.shared.statement.Speaker;
import org.chancery.shared.statement.Speaker.NamedSpeaker;
import org.chancery.shared.statement.Speaker.OfficialSpeaker;
import org.chancery.shared.statement.Speaker.UnnamedSpeaker;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;

/** SubjectHistory of one subject, dates late, imprecise and in any order, whether legal or not. */
public final class RandomHistories {
  private static final List<PartyId> PARTIES = parties("germany", "russia", "united-states");
  private static final MeetingFormat FORMAT = MeetingFormat.TRILATERAL;

  private RandomHistories() {}

  /** An event once it is told its subject's id. */
  public interface Draft extends Function<String, LedgerEvent> {}

  /** A history of some concept. */
  public static Arbitrary<List<Draft>> any() {
    return Arbitraries.oneOf(
        Combinators.combine(party(), renaming().list().ofMaxSize(4)).as(RandomHistories::led),
        official().list().ofMinSize(1).ofMaxSize(7),
        trip().list().ofMinSize(1).ofMaxSize(6),
        meeting().list().ofMinSize(1).ofMaxSize(6),
        statement().list().ofMinSize(1).ofMaxSize(4),
        conference().list().ofMinSize(1).ofMaxSize(6),
        cooperation().list().ofMinSize(1).ofMaxSize(9),
        agreement().list().ofMinSize(1).ofMaxSize(12),
        sanction().list().ofMinSize(1).ofMaxSize(9),
        relationship().list().ofMinSize(1).ofMaxSize(12),
        mission().list().ofMinSize(1).ofMaxSize(12));
  }

  public static List<PartyId> parties(String... ids) {
    return List.of(ids).stream().map(PartyId::new).toList();
  }

  public static Arbitrary<EdtfDate> date() {
    Arbitrary<Integer> year = Arbitraries.integers().between(2000, 2004);
    Arbitrary<Integer> month = Arbitraries.integers().between(1, 12);
    Arbitrary<Integer> day = Arbitraries.integers().between(1, 28);
    return Arbitraries.oneOf(
            year.map("%d"::formatted),
            Combinators.combine(year, month).as("%d-%02d"::formatted),
            Combinators.combine(year, month, day).as("%d-%02d-%02d"::formatted),
            Arbitraries.just("200X"))
        .map(EdtfDate::parse);
  }

  static Arbitrary<EdtfSpan> span() {
    return Arbitraries.oneOf(
        date().map(EdtfSpan::of),
        date().map(from -> EdtfSpan.parse(from + "/..")),
        date().map(to -> EdtfSpan.parse("../" + to)),
        Combinators.combine(date(), date()).as(RandomHistories::ordered));
  }

  private static EdtfSpan ordered(EdtfDate one, EdtfDate other) {
    return EdtfSpan.parse(one.compareTo(other) <= 0 ? one + "/" + other : other + "/" + one);
  }

  private static Arbitrary<Draft> party() {
    return span()
        .injectNull(0.2)
        .map(
            existed ->
                id ->
                    new PartyRegistered(
                        new PartyId(id), id, PartyKind.STATE, List.of(), existed, List.of()));
  }

  private static List<Draft> led(Draft first, List<Draft> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static Arbitrary<Draft> renaming() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of("Kingdom", "Republic"), date())
            .as((name, on) -> id -> new PartyRenamed(new PartyId(id), name, on, null)),
        Arbitraries.just(id -> new VariantNamesAdded(new PartyId(id), List.of("Realm"))));
  }

  private static Arbitrary<Draft> official() {
    Arbitrary<String> office = Arbitraries.of("President", "Secretary of State");
    Arbitrary<PartyId> party = Arbitraries.of(PARTIES);
    return Arbitraries.oneOf(
        Arbitraries.just(id -> new OfficialRegistered(new OfficialId(id), "Name")),
        Combinators.combine(office, party, date())
            .as((as, of, on) -> id -> new OfficialAppointed(new OfficialId(id), as, of, on)),
        Combinators.combine(office, party, date().list().ofMinSize(1).ofMaxSize(3))
            .as((as, of, on) -> id -> attested(new OfficialId(id), as, of, on)),
        Combinators.combine(office, party, date())
            .as((as, of, on) -> id -> new AppointmentEnded(new OfficialId(id), as, of, on)));
  }

  private static OfficeAttested attested(
      OfficialId who, String office, PartyId party, List<EdtfDate> on) {
    return new OfficeAttested(who, office, party, on.stream().map(EdtfSpan::of).toList());
  }

  private static Arbitrary<Draft> trip() {
    OfficialId who = new OfficialId("traveller");
    Arbitrary<Stop> stop =
        Combinators.combine(Arbitraries.of(PARTIES), span())
            .as((country, dates) -> new Stop(country, null, List.of("City"), dates, null));
    Arbitrary<List<Stop>> stops = stop.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        stops.map(all -> id -> new TripPlanned(new TripId(id), who, "President", null, all)),
        stops.map(
            all ->
                id ->
                    new TripRecorded(
                        new TripId(id),
                        new NamedPerson("Name", "President", PARTIES.getFirst()),
                        null,
                        null,
                        all,
                        PARTIES.getLast(),
                        VisitKind.STATE)),
        stops.map(all -> id -> new TripRecorded(new TripId(id), who, null, "talks", all)),
        Arbitraries.just(id -> new TripCorroborated(new TripId(id))),
        stop.map(one -> id -> new StopAdded(new TripId(id), one)),
        date().map(on -> id -> new TripCancelled(new TripId(id), on, "illness")));
  }

  private static Arbitrary<Draft> meeting() {
    return Arbitraries.oneOf(
        span()
            .map(
                on ->
                    id ->
                        new MeetingScheduled(
                            new MeetingId(id), FORMAT, PARTIES, List.of(), null, on, List.of())),
        span().map(on -> id -> new MeetingRescheduled(new MeetingId(id), on)),
        date().map(on -> id -> new MeetingCancelled(new MeetingId(id), on, "weather")),
        span()
            .map(
                on ->
                    id ->
                        new MeetingHeld(
                            new MeetingId(id), on, FORMAT, PARTIES, List.of(), null, List.of())),
        Arbitraries.of(PARTIES)
            .map(out -> id -> new PartyExcluded(new MeetingId(id), out, "not invited")));
  }

  private static Arbitrary<Draft> statement() {
    Arbitrary<Speaker> speaker =
        Arbitraries.of(
            new OfficialSpeaker(new OfficialId("traveller"), null),
            new NamedSpeaker("A Minister", PARTIES.getFirst()),
            new UnnamedSpeaker("officials", PARTIES.getLast()));
    Arbitrary<@Nullable Position> position =
        Arbitraries.of(Stance.class).map(stance -> new Position("trade", stance)).injectNull(0.2);
    return Arbitraries.oneOf(
        Combinators.combine(speaker, date(), position)
            .as((who, on, stands) -> id -> said(new StatementId(id), who, on, stands)),
        date().map(on -> id -> new StatementWithdrawn(new StatementId(id), on, "a slip")));
  }

  private static StatementMade said(
      StatementId id, Speaker who, EdtfDate on, @Nullable Position position) {
    return new StatementMade(
        id,
        who,
        AttributionTerms.UNATTRIBUTED,
        on,
        PARTIES,
        List.of("the tariff"),
        position,
        "of trade",
        null);
  }

  private static Arbitrary<Draft> conference() {
    ConferenceKind kind = ConferenceKind.SUMMIT;
    Arbitrary<List<Attendee>> who =
        Arbitraries.of(PARTIES)
            .map(party -> new Attendee.Delegation(party, Capacity.MEMBER))
            .map(Attendee.class::cast)
            .list()
            .ofMaxSize(2);
    PartyId host = PARTIES.getFirst();
    return Arbitraries.oneOf(
        Combinators.combine(span(), who)
            .as(
                (on, all) ->
                    id ->
                        new ConferenceConvened(
                            new ConferenceId(id),
                            "S",
                            kind,
                            host,
                            null,
                            null,
                            on,
                            all,
                            List.of("trade"),
                            null,
                            "g")),
        span().injectNull(0.3).map(on -> id -> new ConferencePostponed(new ConferenceId(id), on)),
        date().map(on -> id -> new ConferenceCancelled(new ConferenceId(id), on, "strike")),
        Combinators.combine(span(), who)
            .as(
                (on, all) ->
                    id ->
                        new ConferenceHeld(
                            new ConferenceId(id),
                            on,
                            "S",
                            kind,
                            null,
                            host,
                            null,
                            all,
                            List.of("trade"),
                            null,
                            null)),
        Arbitraries.of(PARTIES)
            .map(who2 -> id -> new PartyInvited(new ConferenceId(id), who2, Capacity.GUEST)));
  }

  private static Arbitrary<Draft> cooperation() {
    return Arbitraries.oneOf(
        date()
            .map(
                on ->
                    id -> new CooperationEstablished(new CooperationId(id), PARTIES, "space", on)),
        date().map(on -> id -> new CooperationSuspended(new CooperationId(id), on, "why")),
        date().map(on -> id -> new CooperationResumed(new CooperationId(id), on, "why")),
        date().map(on -> id -> new CooperationTerminated(new CooperationId(id), on, "why")));
  }

  private static Arbitrary<Draft> agreement() {
    Arbitrary<PartyId> party = Arbitraries.of(PARTIES);
    return Arbitraries.oneOf(
        date().map(on -> id -> adopted(new AgreementId(id), on)),
        Combinators.combine(party, date())
            .as((by, on) -> id -> new AgreementSigned(new AgreementId(id), by, null, on)),
        Combinators.combine(party, Arbitraries.of(ConsentMeans.class), date())
            .as(
                (by, as, on) ->
                    id -> new ConsentToBeBoundExpressed(new AgreementId(id), by, as, on)),
        Combinators.combine(party, date())
            .as((by, on) -> id -> new ReservationMade(new AgreementId(id), by, "one article", on)),
        Combinators.combine(party, date(), date())
            .as(
                (by, on, to) ->
                    id -> new WithdrawalNotified(new AgreementId(id), by, on, to, null)),
        date().map(on -> id -> new ProvisionalApplicationBegun(new AgreementId(id), on)),
        date().map(on -> id -> new EnteredIntoForce(new AgreementId(id), on)),
        date().map(on -> id -> new OperationSuspended(new AgreementId(id), on, "why")),
        date().map(on -> id -> new OperationResumed(new AgreementId(id), on, "why")),
        date().map(on -> id -> new AgreementTerminated(new AgreementId(id), on, "why")));
  }

  private static AgreementAdopted adopted(AgreementId id, EdtfDate on) {
    return new AgreementAdopted(
        id, "A treaty", AgreementKind.TREATY, PARTIES.subList(0, 2), "space", on);
  }

  private static Arbitrary<Draft> sanction() {
    List<PartyId> by = PARTIES.subList(0, 1);
    List<PartyId> against = PARTIES.subList(1, 2);
    Arbitrary<List<Measure>> measures =
        Arbitraries.of(Measure.class).list().ofMaxSize(2).uniqueElements();
    return Arbitraries.oneOf(
        Combinators.combine(measures, date())
            .as(
                (some, on) ->
                    id ->
                        new SanctionsThreatened(
                            new SanctionId(id), by, against, List.of(), some, on, "why")),
        Combinators.combine(measures, date())
            .as(
                (some, on) ->
                    id ->
                        new SanctionsImposed(
                            new SanctionId(id),
                            PARTIES.subList(0, 1),
                            against,
                            List.of(),
                            some,
                            null,
                            on,
                            "why")),
        Combinators.combine(measures, date())
            .as((some, on) -> id -> new SanctionsAmended(new SanctionId(id), some, on, "why")),
        Combinators.combine(measures, date())
            .as((some, on) -> id -> new SanctionsEased(new SanctionId(id), some, on, "why")),
        Combinators.combine(measures, date())
            .as((some, on) -> id -> new SanctionsReinstated(new SanctionId(id), some, on, "why")),
        date().map(on -> id -> new SanctionsSuspended(new SanctionId(id), on, "why")),
        date().map(on -> id -> new SanctionsLifted(new SanctionId(id), on, "why")));
  }

  private static Pair pair(String id) {
    return new Pair(new PartyId("a-" + id), new PartyId("b-" + id));
  }

  private static Arbitrary<Draft> relationship() {
    return Arbitraries.oneOf(
        date()
            .map(
                on ->
                    id ->
                        new PartyRecognized(
                            pair(id).first(),
                            pair(id).second(),
                            on,
                            false,
                            Recognition.UNSPECIFIED)),
        date().map(on -> id -> new RelationsEstablished(pair(id), on)),
        Combinators.combine(Arbitraries.of(Representation.class), date())
            .as((level, on) -> id -> new RepresentationChanged(pair(id), level, on, null)),
        date().map(on -> id -> new RelationsInterrupted(pair(id), on, "why")),
        date().map(on -> id -> new RelationsSevered(pair(id), on, "why")),
        date().map(on -> id -> new RelationsResumed(pair(id), on, "why")),
        date().map(on -> id -> new DiscrepancyNoted(pair(id), StatedChange.SEVERANCE, on, "why")));
  }

  private static Arbitrary<Draft> mission() {
    Arbitrary<DiplomaticAgent> head =
        Arbitraries.of(
            new DiplomaticAgent(new OfficialId("envoy"), null),
            new DiplomaticAgent(null, "Jane Roe"));
    Arbitrary<TermId> term = Arbitraries.of("1", "2").map(TermId::new);
    return Combinators.combine(Arbitraries.of(HeadStep.class), head, term, date())
        .flatAs(RandomHistories::missionStep);
  }

  private static Arbitrary<Draft> missionStep(
      HeadStep step, DiplomaticAgent head, TermId term, EdtfDate on) {
    Function<String, PartyId> from = _ -> PARTIES.getFirst();
    Function<String, PartyId> to = PartyId::new;
    Draft taken =
        switch (step) {
          case NOMINATED ->
              id -> new HeadNominated(from.apply(id), to.apply(id), head, term, "Envoy", on);
          case AGREMENT_GRANTED ->
              id -> new AgrementGranted(from.apply(id), to.apply(id), head, term, on);
          case AGREMENT_REFUSED ->
              id -> new AgrementRefused(from.apply(id), to.apply(id), head, term, on, null);
          case APPOINTED ->
              id -> new HeadAppointed(from.apply(id), to.apply(id), head, term, null, on);
          case ARRIVED -> id -> new HeadArrived(from.apply(id), to.apply(id), head, term, on);
          case CREDENTIALS_PRESENTED ->
              id -> new CredentialsPresented(from.apply(id), to.apply(id), head, term, on);
          case FUNCTIONS_ENDED ->
              id ->
                  new FunctionsEnded(
                      from.apply(id), to.apply(id), head, term, on, MannerOfEnd.RECALLED);
        };
    return Arbitraries.of(
        taken,
        id ->
            new PersonaNonGrataDeclared(
                from.apply(id), to.apply(id), head, to.apply(id), on, "why"),
        id ->
            new MissionDiscrepancyNoted(from.apply(id), to.apply(id), head, term, step, on, "why"));
  }
}
