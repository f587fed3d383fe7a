package org.chancery.command.meeting;

import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.span;
import static org.chancery.shared.RefusalCode.MEETING_ALREADY_HELD;
import static org.chancery.shared.RefusalCode.PARTY_EXCLUDED;
import static org.chancery.shared.meeting.MeetingFormat.PLENARY;

import java.util.List;
import org.chancery.command.Scenario;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.precondition.Reference.Extant;
import org.chancery.shared.precondition.Reference.NotServing;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

/** What a meeting's history adds to that which a command takes for granted. */
class MeetingReferencesTest {
  private static final MeetingId PARIS = new MeetingId("paris-2019");
  private static final EdtfSpan DAY = span("2019-12-09");
  private static final Participant SECRETARY = new Participant(TILLERSON, null, null);
  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(
          PARIS,
          PLENARY,
          List.of(US, FRANCE, GERMANY),
          List.of(SECRETARY),
          null,
          span("2019"),
          List.of());
  private static final PartyExcluded EXCLUDED = new PartyExcluded(PARIS, US, "not invited");
  private static final MeetingHeld HELD =
      new MeetingHeld(
          PARIS, DAY, PLENARY, List.of(FRANCE, GERMANY), List.of(SECRETARY), null, List.of());

  @Test
  void whoIsToMeetMustExistOnTheDayToWhichTheMeetingIsMoved() {
    given(SCHEDULED)
        .when(new RescheduleMeeting(PARIS, DAY))
        .takesForGranted(new Extant(US, DAY), new Extant(FRANCE, DAY), new Extant(GERMANY, DAY));
  }

  @Test
  void whoMetMustHaveExistedThenThoughOnlyTheScheduleNamesThem() {
    given(SCHEDULED)
        .when(held(List.of(), List.of()))
        .takesForGranted(new Extant(US, DAY), new Extant(FRANCE, DAY), new Extant(GERMANY, DAY));
  }

  @Test
  void whoWasLeftOutNeedNotExist() {
    given(SCHEDULED, EXCLUDED)
        .when(held(List.of(), List.of(new Participant(null, "Le Drian", FRANCE))))
        .takesForGranted(new Extant(FRANCE, DAY), new Extant(GERMANY, DAY));
  }

  @Test
  void anOfficialOfWhomNoPartyIsToldMustNotServeOneThatIsLeftOut() {
    given(SCHEDULED, EXCLUDED)
        .when(held(List.of(FRANCE, RUSSIA), List.of(SECRETARY)))
        .takesForGranted(
            new Extant(FRANCE, DAY),
            new Extant(RUSSIA, DAY),
            new NotServing(TILLERSON, US, DAY, PARTY_EXCLUDED, 1));
  }

  @Test
  void aPartyWhoseOfficialTookPartCannotBeLeftOutAfterwards() {
    given(HELD)
        .when(new ExcludeParty(PARIS, US, "as if"))
        .takesForGranted(new NotServing(TILLERSON, US, DAY, MEETING_ALREADY_HELD, 0));
  }

  private static RecordMeetingHeld held(List<PartyId> parties, List<Participant> participants) {
    return new RecordMeetingHeld(PARIS, DAY, null, parties, participants, null, List.of());
  }

  private static Scenario<Meeting> given(MeetingEvent... history) {
    return Scenario.of(Meeting.class, history);
  }
}
