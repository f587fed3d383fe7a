package org.chancery.command.meeting;

import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeetingDecisionsTest {
  private static final String TABLE =
      """
                        | Unknown          | Scheduled          | Held                 | Cancelled
      ScheduleMeeting   | MeetingScheduled | ALREADY_EXISTS     | ALREADY_EXISTS       | ALREADY_EXISTS
      RescheduleMeeting | UNKNOWN_SUBJECT  | MeetingRescheduled | MEETING_ALREADY_HELD | MEETING_CANCELLED
      CancelMeeting     | UNKNOWN_SUBJECT  | MeetingCancelled   | MEETING_ALREADY_HELD | MEETING_CANCELLED
      RecordMeetingHeld | MeetingHeld      | MeetingHeld        | MEETING_ALREADY_HELD | MEETING_CANCELLED
      ExcludeParty      | UNKNOWN_SUBJECT  | PartyExcluded      | PartyExcluded        | MEETING_CANCELLED
      """;

  private static final MeetingId BONN = new MeetingId("bonn-2017");
  private static final List<PartyId> PARTIES = List.of(US, RUSSIA);
  private static final List<Participant> WHO = List.of(new Participant(TILLERSON, null, US));
  private static final Place PLACE = new Place(GERMANY, "Bonn");
  private static final List<String> TOPICS = List.of("Syria");
  private static final MeetingFormat FORMAT = MeetingFormat.BILATERAL;
  private static final ConferenceId G20 = new ConferenceId("bonn-2017-g20");
  private static final ConferenceId UN = new ConferenceId("ga-71");
  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(BONN, FORMAT, PARTIES, WHO, PLACE, span("2017-02"), TOPICS);

  private static final DecisionTable<Meeting> DECISIONS =
      new DecisionTable<>(Meeting.class)
          .state("Unknown")
          .state("Scheduled", SCHEDULED)
          .state(
              "Held",
              SCHEDULED,
              new MeetingHeld(BONN, span("2017-02-16"), FORMAT, PARTIES, WHO, PLACE, TOPICS))
          .state("Cancelled", SCHEDULED, new MeetingCancelled(BONN, on("2017"), "illness"))
          .command(
              new ScheduleMeeting(
                  BONN, FORMAT, PARTIES, WHO, PLACE, span("2017-02"), TOPICS, G20, UN))
          .command(new RescheduleMeeting(BONN, span("2017-03")))
          .command(
              new CancelMeeting(BONN, on("2017-02-10"), "illness", List.of(US), new CitedCause(7L)))
          .command(
              new RecordMeetingHeld(
                  BONN, span("2017-02-16"), FORMAT, PARTIES, WHO, PLACE, TOPICS, G20, UN))
          .command(new ExcludeParty(BONN, FRANCE, "not invited"));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(MeetingCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }
}
