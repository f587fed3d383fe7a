package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.asof.AsOf;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.precedent.OfficeHolders.Presence;
import org.chancery.query.precedent.PrecedentsView.Count;
import org.chancery.query.timeline.Wording;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for the contacts of two before a day. */
@Component
final class Precedents {
  private final HeldMeetings contacts;
  private final OfficeHolders offices;
  private final Wording wording;

  Precedents(HeldMeetings contacts, OfficeHolders offices, Wording wording) {
    this.contacts = contacts;
    this.offices = offices;
    this.wording = wording;
  }

  /** What is asked for of the contacts, beside whose they are. */
  record Asked(@Nullable String office, @Nullable MeetingFormat format, LocalDate before) {}

  PrecedentsView of(Between two, Asked asked, AsOf asOf) {
    List<Encounter> found =
        contacts.of(two, asOf).stream()
            .filter(meeting -> asked.format() == null || meeting.format() == asked.format())
            .flatMap(meeting -> encounter(meeting, two, asked, asOf))
            .toList();
    List<Encounter> perhapsLast = Finding.perhapsLast(found);
    Finding first = Finding.of(Finding.perhapsFirst(found));
    Finding last = Finding.of(perhapsLast);
    Gap since = Gap.between(perhapsLast, new Began(asked.before(), asked.before()));
    Count count = new Count(found.stream().filter(Encounter::sure).count(), found.size());
    String summary = Summaries.of(two, asked.before(), count, first, last, since);
    return new PrecedentsView(
        two.ids(),
        count,
        first,
        last,
        since,
        wording.worded(summary, asOf.position()),
        Scope.of(
            two.ids(), asked.office(), asked.format(), asked.before(), asOf, contacts.known(asOf)),
        Stream.concat(first.entries().stream(), last.entries().stream())
            .distinct()
            .sorted()
            .toList());
  }

  /** None where it surely began on the day or later, or after the day that is looked from. */
  private Stream<Encounter> encounter(MeetingView meeting, Between two, Asked asked, AsOf asOf) {
    if (meeting.heldOn() == null) {
      return Stream.empty();
    }
    Began began = Began.held(meeting.heldOn(), asOf);
    LocalDate horizon = asOf.on().plusDays(1);
    LocalDate before = asked.before().isAfter(horizon) ? horizon : asked.before();
    Presence inOffice =
        !began.perhapsBefore(before)
            ? Presence.NO
            : asked.office() == null
                ? Presence.YES
                : offices.present(asked.office(), two, meeting, began, asOf.position());
    return switch (inOffice) {
      case NO -> Stream.empty();
      case PERHAPS -> Stream.of(new Encounter(meeting, began, false));
      case YES -> Stream.of(new Encounter(meeting, began, began.surelyBefore(before)));
    };
  }
}
