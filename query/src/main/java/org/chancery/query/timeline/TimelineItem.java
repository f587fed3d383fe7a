package org.chancery.query.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.journal.EventNames;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.Selection.Through;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;

/**
 * One item of the timeline in the making.
 *
 * @param expected true where it is to happen and nothing on record says that it did or did not
 * @param key tells it from what else the same entry says has happened
 * @param summary what happened, with parties and officials as {@link NameTemplates} writes them
 */
record TimelineItem(
    Recorded<? extends LedgerEvent> told,
    EdtfSpan date,
    String summary,
    List<PartyId> parties,
    List<OfficialId> officials,
    List<Long> entries,
    boolean expected,
    String key) {

  static TimelineItem of(Recorded<? extends LedgerEvent> told, EdtfSpan date, String summary) {
    String words = summary + NameTemplates.cause(told.event());
    return new TimelineItem(
        told, date, words, List.of(), List.of(), List.of(told.position()), false, "");
  }

  static TimelineItem of(Recorded<? extends LedgerEvent> told, EdtfDate on, String summary) {
    return of(told, EdtfSpan.of(on), summary);
  }

  TimelineItem among(List<PartyId> who) {
    return new TimelineItem(told, date, summary, who, officials, entries, expected, key);
  }

  TimelineItem with(List<OfficialId> who) {
    return new TimelineItem(told, date, summary, parties, who, entries, expected, key);
  }

  /** Rests on these entries too. */
  TimelineItem citing(List<Long> others) {
    Set<Long> all = new LinkedHashSet<>(others);
    all.addAll(entries);
    List<Long> sorted = all.stream().sorted().toList();
    return new TimelineItem(told, date, summary, parties, officials, sorted, expected, key);
  }

  /** It is to happen; no outcome is on record. */
  TimelineItem toCome() {
    return new TimelineItem(told, date, summary, parties, officials, entries, true, key);
  }

  /** Tells it from what else the same entry says has happened. */
  TimelineItem keyed(String as) {
    return new TimelineItem(told, date, summary, parties, officials, entries, expected, as);
  }

  /**
   * A row of the timeline.
   *
   * @param day the first on which it may have begun, given what of its subject came before
   * @param place its place among what happened to its subject
   */
  Version<HappeningView> version(LocalDate day, int place) {
    Days days = Days.of(date);
    String subject = told.event().subject().toString();
    return new Version<>(
        subject + "#" + told.position() + key,
        days.from(),
        days.to(),
        Days.inOrder(day) + " " + subject + " " + Version.padded(place),
        date,
        attributes(),
        view(subject));
  }

  HappeningView view() {
    return view(told.event().subject().toString());
  }

  private HappeningView view(String subject) {
    return new HappeningView(
        date,
        date.firstDay(),
        date.lastDay(),
        EventNames.nameOf(told.event()),
        HappeningView.ROOT + subject,
        summary,
        parties,
        officials,
        expected,
        entries);
  }

  private Set<FilterAttribute> attributes() {
    List<FilterAttribute> attributes = new ArrayList<>();
    parties.forEach(party -> attributes.add(new FilterAttribute("party", party.value())));
    officials.forEach(
        official -> attributes.add(new FilterAttribute("official", official.value())));
    if (told.event() instanceof TripEvent || told.event() instanceof StatementEvent) {
      officials.forEach(served -> attributes.add(Through.by(served.value())));
    }
    return new LinkedHashSet<>(attributes);
  }
}
