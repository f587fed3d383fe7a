package org.chancery.query.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chancery.shared.time.EdtfSpan;

/**
 * A meeting that is, or may be, one of those asked for.
 *
 * @param began the days on which it may have begun as one of them
 * @param sure true where it is one whatever its date, and the terms of those present, turn out to
 *     be
 */
public record CandidateMeeting(MeetingView meeting, Began began, boolean sure) {

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

  /** Those of which the dates allow that they were the first. */
  public static List<CandidateMeeting> perhapsFirst(List<CandidateMeeting> all) {
    LocalDate bound =
        all.stream()
            .filter(CandidateMeeting::sure)
            .map(candidate -> candidate.began().latest())
            .min(Comparator.naturalOrder())
            .orElse(EdtfSpan.END);
    return all.stream().filter(one -> !one.began().earliest().isAfter(bound)).toList();
  }

  /** Those of which the dates allow that they were the last. */
  public static List<CandidateMeeting> perhapsLast(List<CandidateMeeting> all) {
    LocalDate bound =
        all.stream()
            .filter(CandidateMeeting::sure)
            .map(candidate -> candidate.began().earliest())
            .max(Comparator.naturalOrder())
            .orElse(EdtfSpan.BEGINNING);
    return all.stream().filter(one -> !one.began().latest().isBefore(bound)).toList();
  }
}
