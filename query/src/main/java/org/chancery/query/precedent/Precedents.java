package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.Candidate;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.precedent.HeldMeetings.Contacts;
import org.chancery.query.precedent.PrecedentsView.Count;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for the contacts of two before a day. */
@Component
public final class Precedents {
  private final HeldMeetings contacts;
  private final OfficeHolders offices;
  private final NameTemplates templates;

  Precedents(HeldMeetings contacts, OfficeHolders offices, NameTemplates templates) {
    this.contacts = contacts;
    this.offices = offices;
    this.templates = templates;
  }

  /** What is asked for of the contacts, beside whose they are. */
  record Asked(@Nullable String office, @Nullable MeetingFormat format, LocalDate before) {

    /** The last day on which a contact counts that is looked for from there. */
    LocalDate last(AsOf asOf) {
      LocalDate eve = before.minusDays(1);
      return eve.isAfter(asOf.on()) ? asOf.on() : eve;
    }
  }

  PrecedentsView of(Between two, Asked asked, AsOf asOf) {
    Contacts all = contacts.of(List.of(two), asOf);
    List<CandidateMeeting> found = within(all.of(two, asked.format()), two, asked, asOf);
    long unsearched = unsearched(two, asked, found, asOf);
    Doubts doubts =
        new Doubts(unsearched, within(all.overdue(two, asked.format()), two, asked, asOf));
    Occurrence first = Occurrence.of(Candidate.perhapsFirst(found)).given(doubts.count());
    Occurrence last = Occurrence.of(Candidate.perhapsLast(found)).given(doubts.count());
    Interval gap = Interval.between(found, new Began(asked.before(), asked.before()));
    Interval since = gap == null ? null : gap.given(doubts.count());
    Count count =
        new Count(
            found.stream().filter(CandidateMeeting::sure).count(), found.size() + doubts.count());
    String summary = Summaries.of(two, asked.before(), count, first, last, since) + doubts.words();
    return new PrecedentsView(
        two.ids(),
        count,
        first,
        last,
        since,
        doubts.contacts(),
        templates.worded(summary, asOf),
        scope(two, asked, unsearched, asOf),
        entries(first, last, doubts));
  }

  private Scope scope(Between two, Asked asked, long unsearched, AsOf asOf) {
    return Scope.of(
        two.ids(),
        asked.office(),
        asked.format(),
        asked.before(),
        asOf,
        contacts.known(asOf),
        unsearched);
  }

  private static List<Long> entries(Occurrence first, Occurrence last, Doubts doubts) {
    return Stream.of(
            first.entries().stream(),
            last.entries().stream(),
            doubts.contacts().stream().flatMap(one -> one.entries().stream()))
        .flatMap(each -> each)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What is known of the contacts of two by the day asked about.
   *
   * @param contacts the meetings of the two that had begun by then, or perhaps had
   * @param overdue those of which no outcome is on record, so that any may be a contact
   * @param unsearched in how many more someone recorded by name alone may be one of the two
   */
  public record Known(
      List<CandidateMeeting> contacts, List<CandidateMeeting> overdue, long unsearched) {

    /** Those that are contacts or may be. */
    public List<CandidateMeeting> all() {
      return Stream.concat(contacts.stream(), overdue.stream()).toList();
    }
  }

  public Known known(Between two, AsOf asOf) {
    Asked any = new Asked(null, null, EdtfSpan.END);
    Contacts all = contacts.of(List.of(two), asOf);
    return new Known(
        within(all.of(two, null), two, any, asOf),
        within(all.overdue(two, null), two, any, asOf),
        unsearched(two, any, List.of(), asOf));
  }

  /** The first contact of the two, whenever it was. */
  Occurrence first(Between two, AsOf asOf) {
    List<CandidateMeeting> found = found(two, new Asked(null, null, EdtfSpan.END), asOf);
    return Occurrence.of(Candidate.perhapsFirst(found));
  }

  private List<CandidateMeeting> found(Between two, Asked asked, AsOf asOf) {
    return within(contacts.of(List.of(two), asOf).of(two, asked.format()), two, asked, asOf);
  }

  private List<CandidateMeeting> within(
      List<CandidateMeeting> all, Between two, Asked asked, AsOf asOf) {
    return all.stream().flatMap(one -> within(one, two, asked, asOf).stream()).toList();
  }

  /**
   * Meetings that may be ones asked for, were those recorded by name alone known: of two officials,
   * where they may be one of them; of an office, where one may have held it.
   */
  private long unsearched(Between two, Asked asked, List<CandidateMeeting> found, AsOf asOf) {
    return switch (two.kind()) {
      case OFFICIAL -> contacts.unsearched(two, asked.format(), asked.last(asOf), asOf);
      case PARTY ->
          asked.office() == null
              ? 0
              : found(two, new Asked(null, asked.format(), asked.before()), asOf).stream()
                  .map(CandidateMeeting::meeting)
                  .filter(each -> found.stream().noneMatch(one -> one.meeting().equals(each)))
                  .filter(each -> mayHaveSent(two.one(), each))
                  .count();
    };
  }

  private static boolean mayHaveSent(String party, MeetingView meeting) {
    return meeting.participants().stream()
        .filter(one -> one.official() == null)
        .anyMatch(one -> one.party() == null || one.party().value().equals(party));
  }

  /** None where no day on which it may have begun is one that is asked for. */
  private Optional<CandidateMeeting> within(
      CandidateMeeting meeting, Between two, Asked asked, AsOf asOf) {
    Optional<CandidateMeeting> before = meeting.within(EdtfSpan.BEGINNING, asked.last(asOf));
    String office = asked.office();
    return office == null
        ? before
        : before.flatMap(one -> offices.inOffice(office, two, one, asOf.position()));
  }
}
