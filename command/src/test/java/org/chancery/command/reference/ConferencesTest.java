package org.chancery.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.command.TestLedger;
import org.chancery.journal.Entry;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.conference.ConferenceCommand.ConveneConference;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.AddStop;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conference is named once it is on record, and stays as long as anything rests on it. */
class ConferencesTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId GERMANY = new PartyId("germany");
  private static final OfficialId TILLERSON = new OfficialId("tillerson-rex-w");
  private static final ConferenceId BONN = new ConferenceId("bonn-2017-g20");
  private static final ConferenceId WHOLE = new ConferenceId("g20-2017");
  private static final EdtfSpan DAYS = EdtfSpan.parse("2017-02-16");

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void register() {
    ledger.register(US, "US");
    ledger.register(GERMANY, "DE");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static LedgerCommand convene(ConferenceId id, @Nullable ConferenceId partOf) {
    return new ConveneConference(
        id,
        "G-20",
        ConferenceKind.SUMMIT,
        null,
        null,
        null,
        DAYS,
        List.of(),
        List.of(),
        partOf,
        null);
  }

  private static LedgerCommand meeting(
      @Nullable ConferenceId partOf, @Nullable ConferenceId inMarginsOf) {
    return new ScheduleMeeting(
        new MeetingId("session"),
        MeetingFormat.PLENARY,
        List.of(US, GERMANY),
        List.of(),
        null,
        DAYS,
        List.of(),
        partOf,
        inMarginsOf);
  }

  private static Stop stop() {
    return new Stop(GERMANY, null, List.of(), DAYS, null, BONN);
  }

  private static LedgerCommand retract(Entry entry) {
    return new RetractEntry(entry.subject(), entry.position(), entry.version() - 1, "wrong");
  }

  private void refused(LedgerCommand command, String code, String... pointers) {
    Problem problem = ledger.refuse(command);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.errors()).extracting(Fault::pointer).containsExactly(pointers);
  }

  @Test
  void oneThatIsNotOnRecordIsNotNamed() {
    refused(meeting(BONN, null), "UNKNOWN_CONFERENCE", "/partOf");
    refused(meeting(null, BONN), "UNKNOWN_CONFERENCE", "/inMarginsOf");
    refused(convene(BONN, WHOLE), "UNKNOWN_CONFERENCE", "/partOf");
    ledger.enter(new RegisterOfficial(TILLERSON, "Rex W. Tillerson"));
    TripId trip = new TripId("trip");
    refused(
        new PlanTrip(trip, TILLERSON, null, null, List.of(stop())),
        "UNKNOWN_CONFERENCE",
        "/stops/0/conference");
    ledger.enter(new PlanTrip(trip, TILLERSON, null, null, List.of()));
    refused(new AddStop(trip, stop()), "UNKNOWN_CONFERENCE", "/stop/conference");
  }

  @Test
  void oneThatAMeetingOrATripOrAPartNamesIsNotRetracted() {
    Entry whole = ledger.enter(convene(WHOLE, null)).getFirst();
    Entry bonn = ledger.enter(convene(BONN, WHOLE)).getFirst();
    Entry session = ledger.enter(meeting(BONN, null)).getFirst();

    assertThat(ledger.refuse(retract(whole)).entries()).containsExactly(bonn.position());
    Problem rested = ledger.refuse(retract(bonn));
    assertThat(rested.code()).isEqualTo("CONFLICTS_WITH_LATER_ENTRY");
    assertThat(rested.entries()).containsExactly(session.position());

    ledger.enter(retract(session));
    assertThat(ledger.enter(retract(bonn))).hasSize(1);
    assertThat(ledger.refuse(meeting(BONN, null)).code()).isEqualTo("UNKNOWN_CONFERENCE");
  }

  @Test
  void noneLiesWithinItself() {
    refused(convene(BONN, BONN), "PART_OF_ITSELF", "/conference", "/partOf");
    Entry whole = ledger.enter(convene(WHOLE, null)).getFirst();
    ledger.enter(convene(BONN, WHOLE));
    LedgerCommand corrected = convene(WHOLE, BONN);
    Problem circle =
        ledger.refuse(
            new CorrectEntry(whole.subject(), whole.position(), 0, corrected, "found out"));
    assertThat(circle.code()).isEqualTo("PART_OF_ITSELF");
  }
}
