package org.chancery.query.meeting;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.shared.time.EdtfSpan;

/**
 * A meeting that is, or may be, one of those asked for.
 *
 * @param began the days on which it may have begun as one of them
 * @param sure true where it is one whatever its date, and the terms of those present, turn out to
 *     be
 */
public record CandidateMeeting(MeetingView meeting, Began began, boolean sure)
    implements Candidate {

  /** The same where only what began from the first to the last day is one, both included. */
  public Optional<CandidateMeeting> within(LocalDate first, LocalDate last) {
    return began
        .within(first, last)
        .map(days -> new CandidateMeeting(meeting, days, sure && days.equals(began)));
  }

  /** The same where only what began before the other is one; on one day the order is open. */
  public Optional<CandidateMeeting> before(Began other) {
    return within(EdtfSpan.BEGINNING, other.latest())
        .map(is -> new CandidateMeeting(meeting, is.began, is.sure && began.surelyBefore(other)));
  }
}
