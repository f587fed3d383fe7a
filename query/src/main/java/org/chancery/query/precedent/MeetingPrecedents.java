package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.Candidate;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.query.precedent.HeldMeetings.Contacts;
import org.chancery.query.precedent.MeetingPrecedentsView.First;
import org.chancery.query.precedent.MeetingPrecedentsView.Pairing;
import org.chancery.query.precedent.MeetingPrecedentsView.Precedent;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Choice;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for the contacts before a meeting of each two that take part in it. */
@Component
final class MeetingPrecedents {
  private static final int MOST = 200;

  private final HeldMeetings contacts;
  private final OfficeHolders offices;
  private final NameTemplates templates;

  MeetingPrecedents(HeldMeetings contacts, OfficeHolders offices, NameTemplates templates) {
    this.contacts = contacts;
    this.offices = offices;
    this.templates = templates;
  }

  /** Of the pairs that are asked for, the first 200. */
  MeetingPrecedentsView of(MeetingView meeting, Pairs.Of asked, AsOf asOf) {
    Began began = contacts.began(meeting, asOf);
    Pairs pairs = pairs(meeting, began, asOf);
    Map<Between, Pairing> pairings =
        pairings(meeting, began, pairs.of(asked).limit(MOST).toList(), asOf);
    return new MeetingPrecedentsView(
        meeting.meeting(),
        meeting.date(),
        meeting.format(),
        meeting.status(),
        of(Kind.PARTY, pairings),
        of(Kind.OFFICIAL, pairings),
        Math.clamp(pairs.count(asked) - pairings.size(), 0, Integer.MAX_VALUE),
        Scope.of(
            List.of(),
            null,
            null,
            began.latest(),
            asOf,
            contacts.known(asOf),
            contacts.byNameAlone(null, last(began, asOf), asOf)),
        entries(meeting, pairings));
  }

  private Map<Between, Pairing> pairings(
      MeetingView meeting, Began began, List<Between> pairs, AsOf asOf) {
    Contacts all = contacts.of(pairs, asOf);
    Map<Between, Pairing> pairings = new LinkedHashMap<>();
    pairs.forEach(two -> pairings.put(two, pairing(two, meeting, began, all, asOf)));
    return pairings;
  }

  private static List<Long> entries(MeetingView meeting, Map<Between, Pairing> pairings) {
    Set<Long> entries = new TreeSet<>(meeting.entries());
    pairings.values().stream()
        .flatMap(two -> Stream.of(two.inAnyFormat(), two.inThisFormat()))
        .flatMap(Precedent::entries)
        .forEach(entries::add);
    return List.copyOf(entries);
  }

  private static List<Pairing> of(Kind kind, Map<Between, Pairing> pairings) {
    return pairings.entrySet().stream()
        .filter(pairing -> pairing.getKey().kind() == kind)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The other ones that had begun by the day that is looked from. */
  private static List<CandidateMeeting> known(
      List<CandidateMeeting> all, MeetingView meeting, AsOf asOf) {
    return all.stream()
        .filter(other -> !other.meeting().meeting().equals(meeting.meeting()))
        .flatMap(other -> other.within(EdtfSpan.BEGINNING, asOf.on()).stream())
        .toList();
  }

  private Pairing pairing(Between two, MeetingView meeting, Began began, Contacts all, AsOf asOf) {
    return new Pairing(
        two.ids(),
        precedent(two, null, meeting, began, all, asOf),
        precedent(two, meeting.format(), meeting, began, all, asOf));
  }

  private static LocalDate last(Began began, AsOf asOf) {
    return began.latest().isAfter(asOf.on()) ? asOf.on() : began.latest();
  }

  private static List<CandidateMeeting> before(Began began, List<CandidateMeeting> known) {
    return known.stream().flatMap(contact -> contact.before(began).stream()).toList();
  }

  private Precedent precedent(
      Between two,
      @Nullable MeetingFormat format,
      MeetingView meeting,
      Began began,
      Contacts all,
      AsOf asOf) {
    List<CandidateMeeting> known = known(all.of(two, format), meeting, asOf);
    Doubts doubts =
        new Doubts(
            contacts.unsearched(two, format, last(began, asOf), asOf),
            before(began, known(all.overdue(two, format), meeting, asOf)));
    List<CandidateMeeting> earlier = before(began, known);
    Occurrence before = Occurrence.of(Candidate.perhapsLast(earlier)).given(doubts.count());
    Interval gap = Interval.between(known, began);
    Interval since = gap == null ? null : gap.given(doubts.count());
    First first =
        earlier.isEmpty()
            ? doubts.count() == 0 ? First.YES : First.INDETERMINATE
            : earlier.stream().anyMatch(CandidateMeeting::sure) ? First.NO : First.INDETERMINATE;
    String kind = format == null ? "" : " in the format " + Choice.text(format);
    String summary = Summaries.before(two, kind, before, since) + doubts.words();
    return new Precedent(first, before, since, doubts.contacts(), templates.worded(summary, asOf));
  }

  private Pairs pairs(MeetingView meeting, Began began, AsOf asOf) {
    Map<String, Set<PartyId>> officials = new LinkedHashMap<>();
    for (Participant participant : meeting.participants()) {
      if (participant.official() != null) {
        officials.put(
            participant.official().value(), offices.parties(participant, began, asOf.position()));
      }
    }
    return new Pairs(Between.ids(Kind.PARTY, meeting).distinct().toList(), officials);
  }
}
