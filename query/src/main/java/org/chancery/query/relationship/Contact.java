package org.chancery.query.relationship;

import java.util.List;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfSpan;

/** A meeting in which both parties take part. */
public record Contact(
    MeetingId meeting,
    MeetingFormat format,
    EdtfSpan date,
    MeetingStatus status,
    List<Long> entries) {

  public static Contact of(MeetingView meeting) {
    return new Contact(
        meeting.meeting(), meeting.format(), meeting.date(), meeting.status(), meeting.entries());
  }
}
