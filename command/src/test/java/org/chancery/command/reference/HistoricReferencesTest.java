package org.chancery.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;
import static org.chancery.shared.meeting.MeetingFormat.PLENARY;

import java.util.List;
import org.chancery.command.TestLedger;
import org.chancery.journal.Entry;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.AddStop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a command leaves to history is judged as if it said it. Today is the 30th of June 2026. */
@Tag("slow")
class HistoricReferencesTest {
  private static final PartyId SOVIET_UNION = new PartyId("soviet-union");
  private static final MeetingId BONN = new MeetingId("bonn");
  private static final TripId TRIP = new TripId("trip");
  private static final CooperationId SPACE = new CooperationId("space");
  private static final String OFFICE = "Secretary of State";
  private static final List<Participant> SECRETARY =
      List.of(new Participant(TILLERSON, null, null));

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void register() {
    List.of(US, GERMANY, FRANCE).forEach(ledger::register);
    ledger.register(SOVIET_UNION, span("1922-12-30/1991-12-25"));
    ledger.enter(new RegisterOfficial(TILLERSON, "Rex Tillerson"));
    ledger.enter(new AppointOfficial(TILLERSON, OFFICE, US, on("2017-02-01")));
    ledger.enter(new EndAppointment(TILLERSON, OFFICE, US, on("2018-03-31")));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void refused(String code, String pointer, LedgerCommand command, Entry... inTheWay) {
    Problem problem = ledger.refuse(command);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.errors()).extracting(Fault::pointer).containsExactly(pointer);
    assertThat(problem.entries())
        .containsExactlyElementsOf(List.of(inTheWay).stream().map(Entry::position).toList());
  }

  private Entry enter(LedgerCommand command) {
    return ledger.enter(command).getFirst();
  }

  @Test
  void aMeetingIsNotMovedToADayOnWhichOneOfItsPartiesIsNoMore() {
    enter(schedule(List.of(US, GERMANY, SOVIET_UNION), "1991-12"));

    refused("PARTY_NOT_EXTANT", "/scheduledFor", new RescheduleMeeting(BONN, span("1992-01")));
    enter(new RescheduleMeeting(BONN, span("1991-12-20")));
  }

  @Test
  void aMeetingWasNotHeldAfterOneOfItsPartiesEndedThoughOnlyTheScheduleNamesIt() {
    enter(schedule(List.of(US, GERMANY, SOVIET_UNION), "1991-12"));

    refused("PARTY_NOT_EXTANT", "/heldOn", held("1992-01-05", List.of()));
    enter(held("1991-12-20", List.of()));
  }

  @Test
  void aCorrectionIsJudgedLikeItsCommandAndByWhatFollows() {
    Entry scheduled = enter(schedule(List.of(US, GERMANY, FRANCE), "1991-12"));
    Entry moved = enter(new RescheduleMeeting(BONN, span("1993")));

    Problem conflict =
        ledger.refuse(correct(scheduled, schedule(List.of(US, GERMANY, SOVIET_UNION), "1991-12")));
    assertThat(conflict.code()).isEqualTo("CONFLICTS_WITH_LATER_ENTRY");
    assertThat(conflict.entries()).containsExactly(moved.position());
    enter(correct(moved, new RescheduleMeeting(BONN, span("1991-11"))));
    enter(correct(scheduled, schedule(List.of(US, GERMANY, SOVIET_UNION), "1991-12")));
    refused(
        "PARTY_NOT_EXTANT",
        "/scheduledFor",
        correct(ledger.entry(moved.position() + 1), new RescheduleMeeting(BONN, span("1994"))));
  }

  @Test
  void nobodyWhoServesAnExcludedPartyOnTheDayTakesPart() {
    enter(schedule(List.of(US, GERMANY, FRANCE), "2017"));
    Entry excluded = enter(new ExcludeParty(BONN, US, "not invited"));

    refused("PARTY_EXCLUDED", "/participants/0/official", held("2018-03-31", SECRETARY), excluded);
    enter(held("2018-04-01", SECRETARY));
  }

  @Test
  void whoWasToTakePartWithoutAPartyIsNotTakenForExcludedSilently() {
    enter(
        new ScheduleMeeting(
            BONN, PLENARY, List.of(US, GERMANY, FRANCE), SECRETARY, null, span("2017"), List.of()));
    enter(new ExcludeParty(BONN, US, "not invited"));

    assertThat(ledger.refuse(held("2017-05", List.of())).detail())
        .isEqualTo("tillerson-rex-w served united-states on 2017-05");
    enter(held("2017-05", List.of(new Participant(null, "Sigmar Gabriel", GERMANY))));
  }

  @Test
  void whoMayHaveServedAnotherPartyTooIsLetIn() {
    enter(new AppointOfficial(TILLERSON, "Legate", FRANCE, on("2017-06")));
    enter(schedule(List.of(US, GERMANY, FRANCE), "2017"));
    enter(new ExcludeParty(BONN, US, "not invited"));

    enter(held("2017-07", SECRETARY));
  }

  @Test
  void aPartyWhoseOfficialTookPartIsNotExcludedAfterwards() {
    enter(schedule(List.of(GERMANY, FRANCE), "2017"));
    Entry held = enter(held("2017-05", SECRETARY));

    refused("MEETING_ALREADY_HELD", "/party", new ExcludeParty(BONN, US, "as if"), held);
  }

  @Test
  void aStopIsAddedWhereTheTripsOfficeWasHeldAndNotAheadOfTime() {
    enter(new RecordTrip(TRIP, TILLERSON, OFFICE, null, List.of(stop("2018-03-30"))));

    refused("OFFICE_NOT_HELD", "/stop/dates", new AddStop(TRIP, stop("2018-04-01")));
    enter(new AddStop(TRIP, stop("2018-03-31")));
  }

  @Test
  void aStopOfATripThatTookPlaceIsNotAhead() {
    enter(new RecordTrip(TRIP, TILLERSON, null, null, List.of(stop("2026-06"))));

    refused("HELD_IN_FUTURE", "/stop/dates", new AddStop(TRIP, stop("2026-07-02")));
    refused("HELD_IN_FUTURE", "/stop/dates", new AddStop(TRIP, stop("2026-06-30/2026-07-02")));
    enter(new AddStop(TRIP, stop("2026-06-30/2026-07-01")));
  }

  @Test
  void aCooperationOfAPartyThatCeasedIsEndedAndNothingElse() {
    enter(new EstablishCooperation(SPACE, List.of(US, SOVIET_UNION), "space", on("1972-05-24")));
    enter(new SuspendCooperation(SPACE, on("1982"), "Poland"));

    refused("PARTY_NOT_EXTANT", "/on", new ResumeCooperation(SPACE, on("1992"), "talks"));
    enter(new ResumeCooperation(SPACE, on("1987-04-15"), "talks"));
    refused("PARTY_NOT_EXTANT", "/on", new SuspendCooperation(SPACE, on("1993"), "talks"));
    enter(new TerminateCooperation(SPACE, on("1992-06-17"), "a new agreement with Russia"));
  }

  @Test
  void relationsWithAPartyThatCeasedAreEndedAndNothingElse() {
    List<PartyId> parties = List.of(US, SOVIET_UNION);
    enter(new EstablishRelations(parties, on("1933-11-16")));

    refused("PARTY_NOT_EXTANT", "/parties/1", new InterruptRelations(parties, on("1992"), "end"));
    refused("PARTY_NOT_EXTANT", "/parties/1", represent(Representation.LEGATION));
    enter(represent(Representation.NONE));
    enter(new SeverRelations(parties, on("1992"), "the party ceased"));
  }

  @Test
  void nothingEndsBeforeAPartyCameToBe() {
    refused(
        "PARTY_NOT_EXTANT",
        "/parties/0",
        new SeverRelations(List.of(SOVIET_UNION, US), on("1922-12-29"), "too early"));
  }

  private static ChangeRepresentation represent(Representation level) {
    return new ChangeRepresentation(List.of(US, SOVIET_UNION), level, on("1992"), null);
  }

  private static CorrectEntry correct(Entry entry, LedgerCommand as) {
    return new CorrectEntry(entry.subject(), entry.position(), entry.version() - 1, as, "misread");
  }

  private static ScheduleMeeting schedule(List<PartyId> parties, String dates) {
    return new ScheduleMeeting(BONN, PLENARY, parties, List.of(), null, span(dates), List.of());
  }

  private static RecordMeetingHeld held(String dates, List<Participant> participants) {
    return new RecordMeetingHeld(BONN, span(dates), null, List.of(), participants, null, List.of());
  }

  private static Stop stop(String dates) {
    return new Stop(GERMANY, null, List.of("Bonn"), span(dates), null);
  }
}
