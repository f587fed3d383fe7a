package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.meeting.Candidate;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of two parties nearest to a day, before and after it.
 *
 * @param last the last that had begun by the day; null also where it is open which one it was
 * @param next the first after it; null also where it is open which one it is
 * @param possible where one of them is open, all that may be it
 * @param overdue the meetings whose day has passed and of which no outcome is on record
 */
record NearestContacts(
    @Nullable Contact last, @Nullable Contact next, List<Contact> possible, List<Contact> overdue) {
  static final NearestContacts NONE = new NearestContacts(null, null, List.of(), List.of());

  /** Those of the meetings in which both parties take part. */
  static NearestContacts of(Pair pair, List<CandidateMeeting> meetings, LocalDate on) {
    Map<Boolean, List<CandidateMeeting>> byOverdue =
        meetings.stream()
            .filter(one -> one.meeting().parties().containsAll(pair.parties()))
            .collect(Collectors.partitioningBy(NearestContacts::isOverdue));
    List<CandidateMeeting> shared = byOverdue.getOrDefault(false, List.of());
    List<CandidateMeeting> last =
        Candidate.perhapsLast(
            shared.stream().flatMap(one -> one.within(EdtfSpan.BEGINNING, on).stream()).toList());
    List<CandidateMeeting> next =
        Candidate.perhapsFirst(
            shared.stream()
                .flatMap(one -> one.within(Days.after(on), EdtfSpan.END).stream())
                .toList());
    return new NearestContacts(
        certain(last),
        certain(next),
        open(last, next),
        byDate(byOverdue.getOrDefault(true, List.of()).stream()));
  }

  private static boolean isOverdue(CandidateMeeting one) {
    return one.meeting().status() == MeetingStatus.OVERDUE;
  }

  private static @Nullable Contact certain(List<CandidateMeeting> candidates) {
    return isCertain(candidates) ? Contact.of(candidates.getFirst().meeting()) : null;
  }

  private static boolean isCertain(List<CandidateMeeting> candidates) {
    return candidates.size() == 1 && candidates.getFirst().sure();
  }

  private static List<Contact> open(List<CandidateMeeting> last, List<CandidateMeeting> next) {
    return byDate(
        Stream.of(last, next).filter(candidates -> !isCertain(candidates)).flatMap(List::stream));
  }

  private static List<Contact> byDate(Stream<CandidateMeeting> meetings) {
    return meetings
        .map(candidate -> Contact.of(candidate.meeting()))
        .distinct()
        .sorted(
            Comparator.comparing((Contact contact) -> contact.date().earliest())
                .thenComparing(contact -> contact.meeting().value()))
        .toList();
  }
}
