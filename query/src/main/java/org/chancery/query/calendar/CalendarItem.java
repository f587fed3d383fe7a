package org.chancery.query.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.shared.Choice;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or a conference in a calendar; parties and officials as {@link NameTemplates} writes
 * them.
 *
 * @param status in the words of the answer
 * @param course how far it is to be counted on
 * @param remarks what else is told of it, a line each
 */
record CalendarItem(
    Subject subject,
    String title,
    @Nullable Place place,
    @Nullable EdtfSpan date,
    String status,
    Course course,
    List<String> remarks,
    List<Long> entries) {
  private static final int LAST_YEAR = 9999;

  /** How far something is to be counted on, by what is on record. */
  enum Course {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
  }

  static CalendarItem of(MeetingView meeting) {
    List<String> remarks = new ArrayList<>();
    add(remarks, "With", meeting.participants().stream().map(CalendarItem::who).toList());
    meeting
        .excluded()
        .forEach(
            out ->
                remarks.add(
                    "Left out: %s (%s)".formatted(NameTemplates.of(out.party()), out.reason())));
    add(remarks, "On", meeting.topics());
    return new CalendarItem(
        meeting.subject(),
        "Meeting of %s (%s)"
            .formatted(NameTemplates.all(meeting.parties()), Choice.words(meeting.format())),
        meeting.place(),
        meeting.date(),
        Choice.words(meeting.status()),
        course(meeting.status()),
        remarks,
        meeting.entries());
  }

  static CalendarItem of(ConferenceView conference) {
    List<String> remarks = new ArrayList<>();
    Stream.ofNullable(conference.host())
        .forEach(host -> remarks.add("Host: " + NameTemplates.of(host)));
    add(
        remarks,
        "With",
        Attendee.parties(conference.participants()).stream().map(NameTemplates::of).toList());
    add(remarks, "On", conference.topics());
    return new CalendarItem(
        conference.subject(),
        "%s (%s)".formatted(conference.name(), Choice.words(conference.kind())),
        conference.place(),
        conference.date(),
        Choice.words(conference.status()),
        course(conference.status()),
        remarks,
        conference.entries());
  }

  /** The same, where accounts of it differ in these fields. */
  CalendarItem doubted(List<String> fields) {
    List<String> doubts = new ArrayList<>(remarks);
    add(doubts, "Accounts differ in", fields);
    return new CalendarItem(
        subject,
        title,
        place,
        date,
        status,
        course == Course.CONFIRMED ? Course.TENTATIVE : course,
        doubts,
        entries);
  }

  private static void add(List<String> remarks, String what, List<String> told) {
    if (!told.isEmpty()) {
      remarks.add("%s: %s".formatted(what, NameTemplates.list(told)));
    }
  }

  private static String who(Participant one) {
    String name =
        one.official() == null ? String.valueOf(one.name()) : NameTemplates.of(one.official());
    return one.party() == null ? name : "%s (%s)".formatted(name, NameTemplates.of(one.party()));
  }

  private static Course course(MeetingStatus status) {
    return switch (status) {
      case SCHEDULED, HELD -> Course.CONFIRMED;
      case OVERDUE, INDETERMINATE -> Course.TENTATIVE;
      case CANCELLED -> Course.CANCELLED;
    };
  }

  private static Course course(ConferenceStatus status) {
    return switch (status) {
      case SCHEDULED, HELD -> Course.CONFIRMED;
      case POSTPONED, OVERDUE, INDETERMINATE -> Course.TENTATIVE;
      case CANCELLED -> Course.CANCELLED;
    };
  }

  /** Days of a calendar, both included. */
  record Days(LocalDate first, LocalDate last) {}

  /**
   * The days on which it may be, all of them; null where no bound is known on one side, or where a
   * calendar has no way to write it.
   */
  @Nullable Days days() {
    LocalDate first = date == null ? null : date.firstDay();
    LocalDate last = date == null ? null : date.lastDay();
    return first == null || last == null || first.getYear() < 0 || last.getYear() >= LAST_YEAR
        ? null
        : new Days(first, last);
  }

  /** True where it is known on which days it is. */
  boolean isDated() {
    return date != null && isExact(date.start()) && isExact(date.end());
  }

  private static boolean isExact(@Nullable EdtfDate date) {
    return date != null && date.isExact();
  }
}
