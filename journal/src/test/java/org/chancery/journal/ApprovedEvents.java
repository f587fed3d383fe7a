package org.chancery.journal;

import java.util.List;
import java.util.Map;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
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
import org.chancery.shared.agreement.Representative;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.claim.StatedClaim;
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
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
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
import org.chancery.shared.sanction.DesignatedPerson;
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

/** One event of each kind, every field filled: what the approved JSON of today reads to. */
final class ApprovedEvents {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RU = new PartyId("russia");
  private static final PartyId DE = new PartyId("germany");
  private static final NamedPerson MERKEL = new NamedPerson("Angela Merkel", "Chancellor", DE);
  private static final Pair PAIR = new Pair(US, RU);
  private static final OfficialId TILLERSON = new OfficialId("tillerson-rex-w");
  private static final MeetingId BONN = new MeetingId("bonn-2017-us-ru");
  private static final DiplomaticAgent HUNTSMAN =
      new DiplomaticAgent(new OfficialId("huntsman-jon-m"), null);
  private static final DiplomaticAgent BY_NAME = new DiplomaticAgent(null, "George F. Kennan");
  private static final TermId TERM = new TermId("ru-2017-hunt-01");
  private static final CooperationId MILITARY = new CooperationId("us-ru-military");
  private static final AgreementId NEW_START = new AgreementId("new-start");
  private static final SanctionId US_RU_2014 = new SanctionId("us-ru-2014");
  private static final List<DesignatedPerson> PERSONS =
      List.of(new DesignatedPerson(TILLERSON, null, RU), new DesignatedPerson(null, "A. B.", null));
  private static final TripId TRIP = new TripId("tillerson-2017-02");
  private static final EdtfSpan DAYS = EdtfSpan.parse("2017-02-15/2017-02-17");
  private static final Stop STOP =
      new Stop(DE, "F.R. Germany", List.of("Bonn", "Königswinter"), DAYS, "G-20 ministers");
  private static final List<Participant> PARTICIPANTS =
      List.of(new Participant(TILLERSON, null, US), new Participant(null, "Сергей Лавров", RU));
  private static final Place PLACE = new Place(DE, "Bonn");
  private static final StatementId LAVROV = new StatementId("lavrov-2017-01");
  private static final ConferenceId G20 = new ConferenceId("bonn-2017-g20");
  private static final List<Attendee> ATTENDEES =
      List.of(
          new Attendee.Delegation(US, Capacity.MEMBER),
          new Attendee.Delegate(TILLERSON, US),
          new Attendee.NamedDelegate("Сергей Лавров", RU),
          new Attendee.UnnamedDelegates(20, "foreign ministers"));
  private static final List<String> TOPICS = List.of("counter-terrorism", "Syria");

  static final List<LedgerEvent> ALL =
      List.of(
          new PartyRegistered(
              RU,
              "Russia",
              PartyKind.STATE,
              List.of("RU", "RUS"),
              EdtfSpan.parse("1991-12-25/.."),
              List.of(new PartyId("soviet-union"))),
          new PartyRenamed(
              RU, "Russian Federation", on("1991-12-25"), "as its constitution has it"),
          new VariantNamesAdded(RU, List.of("U.S.S.R.", "Soviet Union")),
          new OfficialRegistered(TILLERSON, "Rex W. Tillerson"),
          new OfficialAppointed(TILLERSON, "Secretary of State", US, on("2017-02-01")),
          new OfficeAttested(
              TILLERSON, "Secretary of State", US, List.of(DAYS, EdtfSpan.parse("2017-05"))),
          new AppointmentEnded(TILLERSON, "Secretary of State", US, on("2018-03-31")),
          new TripPlanned(
              TRIP, MERKEL, "Chancellor", "talks", List.of(STOP), US, VisitKind.WORKING),
          new TripRecorded(TRIP, MERKEL, "Chancellor", "talks", List.of(STOP), US, VisitKind.STATE),
          new TripPlanned(TRIP, TILLERSON, "Secretary of State", "G-20", List.of(STOP)),
          new TripRecorded(TRIP, TILLERSON, "Secretary of State", "G-20", List.of(STOP)),
          new StopAdded(TRIP, STOP),
          new TripCorroborated(TRIP),
          new TripCancelled(TRIP, on("2017-02-14"), "recalled to Washington"),
          new MeetingScheduled(
              BONN,
              MeetingFormat.BILATERAL,
              List.of(US, RU),
              PARTICIPANTS,
              PLACE,
              EdtfSpan.parse("2017-02"),
              TOPICS),
          new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02-16")),
          new MeetingCancelled(BONN, on("2017-02-15?"), "no agenda"),
          new MeetingHeld(
              BONN,
              EdtfSpan.parse("2017-02-16"),
              MeetingFormat.WORKING_LUNCH,
              List.of(US, RU),
              PARTICIPANTS,
              PLACE,
              TOPICS),
          new PartyExcluded(BONN, new PartyId("ukraine"), "not invited by the hosts"),
          new StatementMade(
              LAVROV,
              new Speaker.NamedSpeaker("Сергей Лавров", RU),
              AttributionTerms.ON_THE_RECORD,
              on("2017-01"),
              List.of(US),
              TOPICS,
              new Position("normal relations", Stance.CALLS_FOR),
              "shares the position of the new president",
              "re-establishing normal relations"),
          new StatementWithdrawn(LAVROV, on("2017-02-01~"), "misunderstood"),
          new ConferenceConvened(
              G20,
              "Meeting of the G-20 foreign ministers",
              ConferenceKind.MINISTERIAL,
              DE,
              DE,
              PLACE,
              DAYS,
              ATTENDEES,
              TOPICS,
              new ConferenceId("g20-2017"),
              "g20-foreign-ministers"),
          new ConferencePostponed(G20, EdtfSpan.parse("2017-02-16/2017-02-17")),
          new ConferenceCancelled(G20, on("2017-02-15?"), "strike at the airport"),
          new ConferenceHeld(
              G20,
              DAYS,
              "Meeting of the G-20 foreign ministers",
              ConferenceKind.MINISTERIAL,
              DE,
              DE,
              PLACE,
              ATTENDEES,
              TOPICS,
              new ConferenceId("g20-2017"),
              "g20-foreign-ministers"),
          new PartyInvited(G20, new PartyId("norway"), Capacity.GUEST),
          new CooperationEstablished(MILITARY, List.of(US, RU), "military", on("1994~")),
          new CooperationSuspended(MILITARY, on("2014-03-03"), "events in Crimea"),
          new CooperationResumed(MILITARY, on("2014-XX"), "by exchange of notes"),
          new CooperationTerminated(MILITARY, on("201X"), "lapsed"),
          new AgreementAdopted(
              NEW_START,
              "New START",
              AgreementKind.EXECUTIVE_AGREEMENT,
              List.of(US, RU),
              "arms control",
              on("2010-04-08")),
          new AgreementSigned(
              NEW_START, US, new Representative(null, "Barack Obama"), on("2010-04-08")),
          new ConsentToBeBoundExpressed(
              NEW_START, RU, ConsentMeans.EXCHANGE_OF_INSTRUMENTS, on("2011-02")),
          new ProvisionalApplicationBegun(NEW_START, on("2010~")),
          new EnteredIntoForce(NEW_START, on("2011-02-05")),
          new ReservationMade(NEW_START, RU, "on missile defence", on("2011-01-28")),
          new OperationSuspended(NEW_START, on("2023-02-28"), "by law of one party"),
          new OperationResumed(NEW_START, on("202X"), "by agreement"),
          new WithdrawalNotified(
              NEW_START, RU, on("2023-02-21"), on("2023-05"), "supreme interests"),
          new AgreementTerminated(NEW_START, on("2026-02-05"), "its term ended"),
          new SanctionsThreatened(
              US_RU_2014,
              List.of(US),
              List.of(RU),
              PERSONS,
              List.of(Measure.TRAVEL_BAN, Measure.ASSET_FREEZE),
              on("2014-03-06"),
              "events in Crimea"),
          new SanctionsImposed(
              US_RU_2014,
              List.of(US),
              List.of(RU),
              PERSONS,
              List.of(Measure.ARMS_EMBARGO, Measure.EXPULSION),
              "Executive Order 13661",
              on("2014-03-17"),
              "events in Crimea"),
          new SanctionsAmended(
              US_RU_2014, List.of(Measure.SECTORAL, Measure.OTHER), on("2014-07"), "Donbas"),
          new SanctionsEased(
              US_RU_2014, List.of(Measure.FINANCIAL, Measure.TRADE), on("202X"), "an agreement"),
          new SanctionsSuspended(US_RU_2014, on("2031"), "an agreement"),
          new SanctionsReinstated(
              US_RU_2014, List.of(Measure.TRADE), on("2032~"), "a breach of the agreement"),
          new SanctionsLifted(US_RU_2014, on("2033?"), "a peace"),
          new PartyRecognized(US, RU, on("1991-12-25"), true, Recognition.DE_JURE),
          new PartyRecognized(
              US, RU, on("1991-12-25"), true, Recognition.UNSPECIFIED), // as revision 1 reads
          new RelationsEstablished(PAIR, on("1991-12-31")),
          new RepresentationChanged(
              PAIR, Representation.INTERESTS_SECTION, on("1992"), "in the Swiss embassy"),
          new RelationsInterrupted(PAIR, on("1999-03-24"), "state of war"),
          new RelationsSevered(PAIR, on("1999-03-25"), "note of the ministry"),
          new RelationsResumed(PAIR, on("2000-11-17"), "exchange of letters"),
          new DiscrepancyNoted(
              PAIR, StatedChange.SEVERANCE, on("1919%"), "the yearbook has them severed"),
          new HeadNominated(US, RU, HUNTSMAN, TERM, "Ambassador", on("2017-07-18")),
          new AgrementGranted(US, RU, HUNTSMAN, TERM, on("2017-07~")),
          new AgrementRefused(US, RU, BY_NAME, TERM, on("1831"), "his writings"),
          new HeadAppointed(US, RU, HUNTSMAN, TERM, "Ambassador", on("2017-09-28")),
          new HeadArrived(US, RU, HUNTSMAN, TERM, on("2017-10")),
          new CredentialsPresented(US, RU, HUNTSMAN, TERM, on("2017-10-03")),
          new FunctionsEnded(US, RU, HUNTSMAN, TERM, on("2019-10-03"), MannerOfEnd.LEFT_POST),
          new PersonaNonGrataDeclared(US, RU, BY_NAME, RU, on("1952-10-03"), "an interview"),
          new MissionDiscrepancyNoted(
              US,
              RU,
              BY_NAME,
              TERM,
              HeadStep.CREDENTIALS_PRESENTED,
              on("1854-12-01?"),
              "before the appointment"),
          new EntryCorrected(
              new Subject("meetings", "bonn-2017-us-ru"),
              42,
              1,
              new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02-16")),
              "the note verbale has the 16th"),
          new EntryRetracted(
              new Subject("meetings", "bonn-2017-us-ru"), 43, 2, "it was of another meeting"),
          new AccountRecorded(
              new Subject("meetings", "bonn-2017-us-ru"),
              42,
              1,
              new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02"))),
          new AccountPreferred(
              new Subject("meetings", "bonn-2017-us-ru"), 42, 1, 44, 3, "the report is later"));

  private static final List<PartyId> BY = List.of(US);
  private static final CitedCause OVER = new CitedCause(12L);

  /** Those to which fields were added that may be absent, with these fields. */
  static final List<LedgerEvent> LATER =
      List.of(
          new CooperationSuspended(MILITARY, on("2014-03-03"), "events in Crimea", BY, OVER),
          new CooperationTerminated(MILITARY, on("201X"), "lapsed", List.of(US, RU), OVER),
          new RelationsInterrupted(PAIR, on("1999-03-24"), "state of war", BY, OVER),
          new RelationsSevered(PAIR, on("1999-03-25"), "note of the ministry", BY, OVER),
          new MeetingCancelled(BONN, on("2017-02-15?"), "no agenda", BY, OVER),
          new ConferenceCancelled(G20, on("2017-02-01"), "strike", BY, OVER),
          new TripCancelled(TRIP, on("2017-02-14"), "illness", BY, OVER),
          new OperationSuspended(NEW_START, on("2023-02-28"), "by law", BY, OVER),
          new AgreementTerminated(NEW_START, on("2026-02-05"), "lapsed", BY, OVER),
          new WithdrawalNotified(
              NEW_START, US, on("2025-01"), on("2025-07"), "a breach of the treaty", OVER),
          new SanctionsSuspended(US_RU_2014, on("2031"), "an agreement", OVER),
          new SanctionsLifted(US_RU_2014, on("2033?"), "a peace", OVER),
          new FunctionsEnded(US, RU, HUNTSMAN, TERM, on("2019-10-03"), MannerOfEnd.LEFT_POST, OVER),
          new StatementMade(
              new StatementId("cbs-2017-02-15"),
              new Speaker.NamedSpeaker("CBS News", null),
              AttributionTerms.ON_THE_RECORD,
              on("2017-02-15?"),
              List.of(US, RU),
              TOPICS,
              null,
              "their first meeting since 2014",
              null,
              new StatedClaim(
                  "first-contact-since",
                  List.of("dunford-joseph-f", "gerasimov-valery"),
                  "dunford-gerasimov-2017",
                  "tillerson-2017-02",
                  "2014",
                  "2017-02-15",
                  "tillerson-rex-w",
                  "germany",
                  "Secretary of State",
                  "US",
                  "/api/cooperations/us-ru-military",
                  "status",
                  "suspended",
                  "meetings",
                  Map.of("year", "2017"),
                  "2017-01",
                  "2017-12",
                  3L)));

  private ApprovedEvents() {}

  private static EdtfDate on(String text) {
    return EdtfDate.parse(text);
  }
}
