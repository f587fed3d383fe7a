package org.chancery.shared.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;

import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class MeetingCommandTest {
  private static final MeetingId MEETING = new MeetingId("bonn-2017-us-ru");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId GERMANY = new PartyId("germany");
  private static final OfficialId TILLERSON = new OfficialId("tillerson-rex-w");
  private static final EdtfSpan WHEN = EdtfSpan.parse("2017-02-16");

  @Test
  void topicsAreDifferentAndSaySomething() {
    assertThat(scheduleOn(" Syria ").topics()).containsExactly("Syria");
    assertInvalid(INVALID_FIELDS, () -> scheduleOn(" "));
    assertInvalid(INVALID_FIELDS, () -> scheduleOn("Syria", "Syria "));
    assertInvalid(INVALID_FIELDS, () -> heldOn("Syria", "Syria "));
  }

  @Test
  void partiesParticipantsAndThePlaceAreTakenToBeKnown() {
    assertThat(scheduleOn("Syria").references())
        .containsExactlyInAnyOrder(
            new Reference.Extant(RUSSIA, WHEN),
            new Reference.KnownOfficial(TILLERSON),
            new Reference.Known(GERMANY));
  }

  @Test
  void aMeetingHeldIsTakenToHaveBegun() {
    assertThat(heldOn("Syria").references()).containsExactly(new Reference.Begun(WHEN));
  }

  @Test
  void aParticipantIsAnOfficialOrANameAndNotBoth() {
    assertInvalid(INVALID_FIELDS, () -> new Participant(null, " ", RUSSIA));
    assertInvalid(INVALID_FIELDS, () -> new Participant(TILLERSON, "Rex Tillerson", null));
  }

  @Test
  void cancellingAndExcludingNeedAReason() {
    EdtfDate on = EdtfDate.parse("2017-02-15");

    assertInvalid(REASON_REQUIRED, () -> new CancelMeeting(MEETING, on, ""));
    assertInvalid(REASON_REQUIRED, () -> new ExcludeParty(MEETING, RUSSIA, ""));
  }

  private static ScheduleMeeting scheduleOn(String... topics) {
    return new ScheduleMeeting(
        MEETING,
        MeetingFormat.BILATERAL,
        List.of(RUSSIA),
        List.of(new Participant(TILLERSON, null, null)),
        new Place(GERMANY, "Bonn"),
        WHEN,
        List.of(topics));
  }

  private static RecordMeetingHeld heldOn(String... topics) {
    return new RecordMeetingHeld(MEETING, WHEN, null, List.of(), List.of(), null, List.of(topics));
  }
}
