package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.query.account.Following;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingStarts;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.springframework.stereotype.Component;

/** The meetings that were held, and on a day those that are still to come. */
@Component
final class Contacts {
  private final ReadModel<MeetingView> meetings;
  private final MeetingStarts starts;

  Contacts(ReadModel<MeetingView> meetings, MeetingStarts starts) {
    this.meetings = meetings;
    this.starts = starts;
  }

  /** As they stand on the day, each once. */
  List<CandidateMeeting> standing(Selection selection, Following by) {
    LocalDate on = by.asOf().on();
    Map<MeetingId, Stretched<MeetingView>> standing = new LinkedHashMap<>();
    by.histories(meetings, MeetingEvent.CONCEPT, selection).stream()
        .filter(stretch -> tellsWhoMeets(stretch.view()))
        .forEach(
            stretch ->
                standing.merge(
                    stretch.view().meeting(),
                    stretch,
                    (first, later) -> later.holdsOn(on) ? later : first));
    return standing.values().stream().flatMap(stretch -> on(on, stretch).stream()).toList();
  }

  /** Who was to take part in a meeting tells nothing once it is known who did. */
  private static boolean tellsWhoMeets(MeetingView meeting) {
    return meeting.heldOn() == null || meeting.status() != MeetingStatus.SCHEDULED;
  }

  private Optional<CandidateMeeting> on(LocalDate on, Stretched<MeetingView> stretch) {
    return stretch.view().heldOn() == null
        ? toCome(on, stretch.view())
        : Optional.of(held(on, stretch));
  }

  /** Looking back we know also before the day that it was held; it stood as scheduled then. */
  private CandidateMeeting held(LocalDate on, Stretched<MeetingView> stretch) {
    MeetingView held = stretch.view();
    boolean scheduled = on.isBefore(stretch.from()) && held.scheduledFor() != null;
    MeetingView standing = scheduled ? held.standingAs(MeetingStatus.SCHEDULED) : held;
    return new CandidateMeeting(standing, starts.of(held), true);
  }

  /** A meeting that was only ever scheduled is no contact once its day has passed. */
  private static Optional<CandidateMeeting> toCome(LocalDate on, MeetingView meeting) {
    Began began = Began.of(meeting.date());
    return switch (meeting.status()) {
      case CANCELLED -> Optional.empty();
      case OVERDUE -> Optional.of(new CandidateMeeting(meeting, began, false));
      case SCHEDULED, HELD, INDETERMINATE ->
          began
              .within(Days.after(on), EdtfSpan.END)
              .map(
                  days ->
                      new CandidateMeeting(
                          meeting, days, meeting.status() == MeetingStatus.SCHEDULED));
    };
  }
}
