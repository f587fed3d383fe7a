package org.chancery.command.meeting;

import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;
import static org.chancery.shared.meeting.MeetingFormat.BILATERAL;
import static org.chancery.shared.meeting.MeetingFormat.DINNER;
import static org.chancery.shared.meeting.MeetingFormat.TRILATERAL;

import java.util.List;
import org.chancery.command.Scenario;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {
  private static final MeetingId PARIS = new MeetingId("paris-2019");
  private static final Participant LAVROV = new Participant(null, "Sergei Lavrov", RUSSIA);
  private static final Place ELYSEE = new Place(FRANCE, "Paris");
  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(
          PARIS,
          DINNER,
          List.of(FRANCE, GERMANY, RUSSIA),
          List.of(LAVROV),
          ELYSEE,
          span("2019-12"),
          List.of("Minsk"));
  private static final PartyExcluded RUSSIA_EXCLUDED =
      new PartyExcluded(PARIS, RUSSIA, "not invited");

  @ParameterizedTest
  @CsvSource({
    "BILATERAL, 1, TOO_FEW_PARTIES",
    "DINNER, 0, TOO_FEW_PARTIES",
    "BILATERAL, 3, BILATERAL_PARTY_COUNT",
    "TRILATERAL, 2, TRILATERAL_PARTY_COUNT",
    "TRILATERAL, 4, TRILATERAL_PARTY_COUNT"
  })
  void theFormatMustSuitTheNumberOfParties(MeetingFormat format, int parties, RefusalCode code) {
    List<PartyId> first = List.of(US, FRANCE, GERMANY, RUSSIA).subList(0, parties);

    given()
        .when(new ScheduleMeeting(PARIS, format, first, List.of(), null, span("2019"), List.of()))
        .isRefused(code);
    given()
        .when(new RecordMeetingHeld(PARIS, span("2019"), format, first, List.of(), null, List.of()))
        .isRefused(code);
  }

  @Test
  void theConferenceStandsAsItWasScheduledUnlessAnotherIsTold() {
    ConferenceId g20 = new ConferenceId("bonn-2017-g20");
    MeetingScheduled session =
        new MeetingScheduled(
            PARIS,
            DINNER,
            SCHEDULED.parties(),
            List.of(),
            null,
            span("2019"),
            List.of(),
            g20,
            null);
    MeetingHeld held =
        new MeetingHeld(
            PARIS,
            span("2019-12-09"),
            DINNER,
            SCHEDULED.parties(),
            List.of(),
            null,
            List.of(),
            g20,
            null);
    given(session).when(heldOn("2019-12-09")).enters(held);

    RecordMeetingHeld beside =
        new RecordMeetingHeld(
            PARIS, held.heldOn(), null, List.of(), List.of(), null, List.of(), null, g20);
    given(session)
        .when(beside)
        .enters(
            new MeetingHeld(
                PARIS,
                held.heldOn(),
                DINNER,
                SCHEDULED.parties(),
                List.of(),
                null,
                List.of(),
                null,
                g20));
  }

  @Test
  void whatIsLeftOutStandsAsItWasScheduled() {
    given(SCHEDULED)
        .when(heldOn("2019-12-09"))
        .enters(
            new MeetingHeld(
                PARIS,
                span("2019-12-09"),
                DINNER,
                SCHEDULED.parties(),
                List.of(LAVROV),
                ELYSEE,
                List.of("Minsk")));
  }

  @Test
  void whatIsToldReplacesWhatWasScheduled() {
    given(SCHEDULED)
        .when(
            new RecordMeetingHeld(
                PARIS,
                span("2019-12-09"),
                BILATERAL,
                List.of(FRANCE, GERMANY),
                List.of(),
                new Place(GERMANY, null),
                List.of("gas")))
        .enters(
            new MeetingHeld(
                PARIS,
                span("2019-12-09"),
                BILATERAL,
                List.of(FRANCE, GERMANY),
                List.of(LAVROV),
                new Place(GERMANY, null),
                List.of("gas")));
  }

  @Test
  void aMeetingNeverScheduledNeedsItsFormatWhenItWasHeld() {
    given().when(heldOn("2019-12-09")).isRefused(RefusalCode.INVALID_FIELDS);
  }

  @Test
  void anExcludedPartyCannotHaveMet() {
    given(SCHEDULED, RUSSIA_EXCLUDED)
        .when(
            new RecordMeetingHeld(
                PARIS,
                span("2019-12-09"),
                TRILATERAL,
                SCHEDULED.parties(),
                List.of(),
                null,
                List.of()))
        .isRefused(RefusalCode.PARTY_EXCLUDED, 1);
  }

  @Test
  void nobodyTakesPartForAnExcludedParty() {
    given(SCHEDULED, RUSSIA_EXCLUDED)
        .when(
            new RecordMeetingHeld(
                PARIS, span("2019-12-09"), null, List.of(), List.of(LAVROV), null, List.of()))
        .isRefused(RefusalCode.PARTY_EXCLUDED, 1);
  }

  @Test
  void whoWasToSpeakForAnExcludedPartyIsNotExpectedAnyMore() {
    given(SCHEDULED, RUSSIA_EXCLUDED)
        .when(heldOn("2019-12-09"))
        .enters(held(List.of(FRANCE, GERMANY), List.of("Minsk")));
  }

  @Test
  void whoeverSentSomeoneCannotBeExcludedAfterwards() {
    MeetingHeld attended =
        new MeetingHeld(
            PARIS,
            span("2019-12-09"),
            DINNER,
            List.of(FRANCE, GERMANY),
            List.of(LAVROV),
            ELYSEE,
            List.of());

    given(attended)
        .when(new ExcludeParty(PARIS, RUSSIA, "as if"))
        .isRefused(RefusalCode.MEETING_ALREADY_HELD, 0);
  }

  @Test
  void aPartyIsExcludedOnce() {
    given(SCHEDULED, new MeetingRescheduled(PARIS, span("2020")), RUSSIA_EXCLUDED)
        .when(new ExcludeParty(PARIS, RUSSIA, "still not invited"))
        .isRefused(RefusalCode.PARTY_EXCLUDED, 2);
  }

  @Test
  void aPartyThatMetCannotBeExcludedAfterwards() {
    given(SCHEDULED, held(SCHEDULED.parties(), List.of()))
        .when(new ExcludeParty(PARIS, RUSSIA, "as if"))
        .isRefused(RefusalCode.MEETING_ALREADY_HELD, 1);
  }

  @Test
  void onePartyOfTwoCannotBeExcluded() {
    given(
            new MeetingScheduled(
                PARIS,
                BILATERAL,
                List.of(FRANCE, RUSSIA),
                List.of(),
                null,
                span("2019"),
                List.of()))
        .when(new ExcludeParty(PARIS, RUSSIA, "not invited"))
        .isRefused(RefusalCode.TOO_FEW_PARTIES);
  }

  @Test
  void aRefusalNamesTheEntryThatSaysTheMeetingWasHeld() {
    given(SCHEDULED, RUSSIA_EXCLUDED, held(List.of(FRANCE, GERMANY), List.of()))
        .when(new CancelMeeting(PARIS, on("2019-12-08"), "strike"))
        .isRefused(RefusalCode.MEETING_ALREADY_HELD, 2);
  }

  @Test
  void aRefusalNamesTheEntryThatCancelledTheMeeting() {
    given(SCHEDULED, RUSSIA_EXCLUDED, new MeetingCancelled(PARIS, on("2019-12-08"), "strike"))
        .when(heldOn("2019-12-09"))
        .isRefused(RefusalCode.MEETING_CANCELLED, 2);
  }

  private static Scenario<Meeting> given(MeetingEvent... history) {
    return Scenario.of(Meeting.class, history);
  }

  private static RecordMeetingHeld heldOn(String dates) {
    return new RecordMeetingHeld(PARIS, span(dates), null, List.of(), List.of(), null, List.of());
  }

  private static MeetingHeld held(List<PartyId> parties, List<String> topics) {
    return new MeetingHeld(PARIS, span("2019-12-09"), DINNER, parties, List.of(), ELYSEE, topics);
  }
}
