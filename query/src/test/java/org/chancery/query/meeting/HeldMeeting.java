package org.chancery.query.meeting;

import java.util.List;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfSpan;

/** A meeting of which nothing matters but which it is. */
public final class HeldMeeting {

  private HeldMeeting() {}

  public static MeetingView of(String id) {
    return new MeetingView(
        new MeetingId(id),
        MeetingFormat.PHONE,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        EdtfSpan.parse("2014"),
        List.of(),
        null,
        null,
        MeetingStatus.HELD,
        List.of(),
        List.of(),
        List.of(1L));
  }
}
