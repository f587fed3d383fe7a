package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Accounts.Readings;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingStarts;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The meetings that were held. Of each, one stretch of valid time holds it as held: the last one,
 * so that whoever asks for held meetings on any day gets each of them once. Beside them stand those
 * that are overdue, of which nobody knows; one that was called off later is overdue for a time.
 */
@Component
final class HeldMeetings {
  static final FilterAttribute HELD = FilterAttribute.of("status", MeetingStatus.HELD);

  private static final FilterAttribute OVERDUE =
      FilterAttribute.of("status", MeetingStatus.OVERDUE);

  /** As many pairs are asked for one by one; where there are more, all meetings are read once. */
  private static final int FEW = 8;

  private final ReadModel<MeetingView> meetings;
  private final MeetingStarts beginnings;
  private final Accounts accounts;

  HeldMeetings(ReadModel<MeetingView> meetings, MeetingStarts beginnings, Accounts accounts) {
    this.meetings = meetings;
    this.beginnings = beginnings;
    this.accounts = accounts;
  }

  /** How many are known, whoever took part. */
  long known(AsOf asOf) {
    return meetings.count(Selection.anyDay(Set.of(HELD)), asOf);
  }

  /** Those of the pairs, each to be asked for then. */
  Contacts of(List<Between> pairs, AsOf asOf) {
    List<Readings<MeetingView>> disputed = accounts.readings(meetings, asOf);
    Set<Subject> subjects = disputed.stream().map(Readings::subject).collect(Collectors.toSet());
    return new Contacts(
        agreed(HELD, pairs, subjects, asOf), agreed(OVERDUE, pairs, subjects, asOf), disputed);
  }

  private List<CandidateMeeting> agreed(
      FilterAttribute status, List<Between> pairs, Set<Subject> disputed, AsOf asOf) {
    Stream<MeetingView> standing =
        pairs.size() > FEW
            ? read(Set.of(status), asOf)
            : pairs.stream().flatMap(two -> read(two.attributes(status), asOf)).distinct();
    return standing
        .filter(meeting -> !disputed.contains(meeting.subject()))
        .map(this::candidate)
        .toList();
  }

  /** When a meeting began, or is to; of one of which accounts differ, on a day of any of them. */
  Began began(MeetingView meeting, AsOf asOf) {
    return accounts.readings(meetings, meeting.subject(), asOf).stream()
        .flatMap(read -> read.each().stream())
        .flatMap(List::stream)
        .filter(version -> version.holdsOn(asOf.on()))
        .map(version -> beginnings.of(version.view()))
        .reduce(Began::or)
        .orElseGet(() -> beginnings.of(meeting));
  }

  private CandidateMeeting candidate(MeetingView meeting) {
    return new CandidateMeeting(meeting, beginnings.of(meeting), isHeld(meeting));
  }

  private Stream<MeetingView> read(Set<FilterAttribute> attributes, AsOf asOf) {
    return meetings.histories(Selection.anyDay(attributes), asOf).stream()
        .filter(stretch -> isHeld(stretch.view()) || stretch.to().equals(EdtfSpan.END))
        .map(Stretched::view);
  }

  private static boolean isHeld(MeetingView meeting) {
    return meeting.status() == MeetingStatus.HELD;
  }

  /** Held meetings, and those of which accounts differ, which may have been held. */
  final class Contacts {
    private final List<CandidateMeeting> agreed;
    private final List<CandidateMeeting> overdue;
    private final List<Readings<MeetingView>> disputed;

    private Contacts(
        List<CandidateMeeting> agreed,
        List<CandidateMeeting> overdue,
        List<Readings<MeetingView>> disputed) {
      this.agreed = agreed;
      this.overdue = overdue;
      this.disputed = disputed;
    }

    /**
     * Those in which both take part.
     *
     * @param format in which they are to be, or null for any
     */
    List<CandidateMeeting> of(Between two, @Nullable MeetingFormat format) {
      return Stream.concat(
              agreed.stream().filter(one -> isOf(two, format, one)),
              disputed.stream().flatMap(read -> of(two, format, read).stream()))
          .toList();
    }

    /**
     * Those in which both were to take part, and of which no account has an outcome.
     *
     * @param format in which they were to be, or null for any
     */
    List<CandidateMeeting> overdue(Between two, @Nullable MeetingFormat format) {
      return Stream.concat(
              overdue.stream(),
              disputed.stream()
                  .filter(read -> of(two, format, read).isEmpty())
                  .flatMap(read -> overdue(read).stream()))
          .filter(one -> isOf(two, format, one))
          .toList();
    }

    private Optional<CandidateMeeting> overdue(Readings<MeetingView> read) {
      return read.each().stream()
          .flatMap(List::stream)
          .filter(each -> each.has(Set.of(OVERDUE)) && each.to().equals(EdtfSpan.END))
          .map(each -> candidate(each.view()))
          .findFirst();
    }

    private static boolean isOf(
        Between two, @Nullable MeetingFormat format, CandidateMeeting meeting) {
      return two.bothIn(meeting.meeting())
          && (format == null || meeting.meeting().format() == format);
    }

    /** On the days of all accounts; sure where the two met by each of them. */
    private Optional<CandidateMeeting> of(
        Between two, @Nullable MeetingFormat format, Readings<MeetingView> read) {
      List<CandidateMeeting> met =
          read.each().stream()
              .flatMap(versions -> versions.stream().filter(each -> each.has(two.attributes(HELD))))
              .filter(each -> format == null || each.view().format() == format)
              .map(version -> candidate(version.view()))
              .toList();
      boolean sure = met.size() == read.each().size();
      return met.stream()
          .map(CandidateMeeting::began)
          .reduce(Began::or)
          .map(days -> new CandidateMeeting(met.getFirst().meeting(), days, sure));
    }
  }

  /**
   * How many that began by the day may be contacts of the two and were not searched for: of two
   * officials, those in which one of them, or both, may be among the people recorded by name alone.
   */
  long unsearched(Between two, @Nullable MeetingFormat format, LocalDate last, AsOf asOf) {
    if (two.kind() == Kind.PARTY || byNameAlone(format, last, asOf) == 0) {
      return 0;
    }
    FilterAttribute one = new FilterAttribute("official", two.one());
    FilterAttribute other = new FilterAttribute("official", two.other());
    ByName someone = new ByName(MeetingView.BY_NAME_ALONE, format, last, asOf);
    ByName several = new ByName(MeetingView.SEVERAL_BY_NAME_ALONE, format, last, asOf);
    return someone.count(one)
        + someone.count(other)
        - 2 * someone.count(one, other)
        + several.without(one, other);
  }

  /** How many that began by the day name people by name alone. */
  long byNameAlone(@Nullable MeetingFormat format, LocalDate last, AsOf asOf) {
    return new ByName(MeetingView.BY_NAME_ALONE, format, last, asOf).count();
  }

  /** Counts of those that have a attribute, and further ones or not. */
  private final class ByName {
    private final FilterAttribute attribute;
    private final @Nullable MeetingFormat format;
    private final LocalDate last;
    private final AsOf asOf;

    ByName(FilterAttribute attribute, @Nullable MeetingFormat format, LocalDate last, AsOf asOf) {
      this.attribute = attribute;
      this.format = format;
      this.last = last;
      this.asOf = asOf;
    }

    long count(FilterAttribute... also) {
      Set<FilterAttribute> attributes = new LinkedHashSet<>(List.of(HELD, attribute));
      attributes.addAll(List.of(also));
      if (format != null) {
        attributes.add(FilterAttribute.of("format", format));
      }
      return meetings.count(
          new Selection(attributes, null, last, true, Integer.MAX_VALUE - 1, null), asOf);
    }

    /** With neither. */
    long without(FilterAttribute one, FilterAttribute other) {
      return count() - count(one) - count(other) + count(one, other);
    }
  }
}
