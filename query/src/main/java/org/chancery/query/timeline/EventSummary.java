package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chancery.journal.EventNames;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.jspecify.annotations.Nullable;

/**
 * What one entry says, as the timeline words it.
 *
 * @param words with parties and officials as {@link NameTemplates} writes them
 * @param date when it is so, or null where it tells of no date
 */
public record EventSummary(String words, @Nullable EdtfSpan date) {

  /** Of what tells of nothing. */
  public static final EventSummary NOTHING = new EventSummary("", null);

  /** What an entry said when it was made, by all that stood up to it; empty of a retraction. */
  public static Optional<EventSummary> of(EffectiveHistory<LedgerEvent> upToIt, long position) {
    List<Recorded<LedgerEvent>> before = new ArrayList<>();
    for (EffectiveEvent<LedgerEvent> standing :
        upToIt.following(entry -> entry == position).standing()) {
      before.add(new Recorded<>(standing.entry(), standing.event()));
      if (standing.entry() == position) {
        return Optional.of(ofLast(before));
      }
    }
    return Optional.empty();
  }

  /** What an entry did in the journal: "entered", "corrected entry 7". */
  public static String deed(LedgerEvent event) {
    return switch (event) {
      case EntryCorrected corrected -> "corrected entry " + corrected.entry();
      case EntryRetracted retracted -> "retracted entry " + retracted.entry();
      case AccountRecorded account -> "entered another account beside entry " + account.entry();
      case AccountPreferred preferred -> "preferred the account in entry " + preferred.account();
      case LedgerEvent _ -> "entered";
    };
  }

  /** What the last of the entries says; those before it tell of whom it speaks. */
  public static EventSummary ofLast(List<Recorded<LedgerEvent>> standing) {
    Recorded<LedgerEvent> last = standing.getLast();
    return TimelineItems.happenings(bearingOn(last.event(), standing)).stream()
        .filter(happening -> happening.told().position() == last.position())
        .min(Comparator.comparing(TimelineItem::key)) // its own before what it tells of others
        .map(happening -> new EventSummary(happening.summary(), dateOf(happening)))
        .orElseGet(() -> untold(last.event()));
  }

  /** Terms of a mission do not bear on each other, and there are hundreds. */
  private static List<Recorded<LedgerEvent>> bearingOn(
      LedgerEvent last, List<Recorded<LedgerEvent>> standing) {
    return last instanceof MissionEvent event
        ? standing.stream().filter(each -> isOfTerm(event, each.event())).toList()
        : standing;
  }

  private static boolean isOfTerm(MissionEvent event, LedgerEvent other) {
    return other instanceof MissionEvent told
        && MissionTimeline.term(told).equals(MissionTimeline.term(event));
  }

  /** Nobody says when a party was left out; the timeline lends it the day of the meeting. */
  private static @Nullable EdtfSpan dateOf(TimelineItem happening) {
    return happening.told().event() instanceof PartyExcluded ? null : happening.date();
  }

  /** What the timeline tells in what others say, or not at all. */
  private static EventSummary untold(LedgerEvent event) {
    return switch (event) {
      case PartyExcluded out ->
          new EventSummary(
              "%s is left out: %s".formatted(NameTemplates.of(out.party()), out.reason()), null);
      case PartyInvited in ->
          new EventSummary(
              "%s is invited as %s".formatted(NameTemplates.of(in.party()), Choice.text(in.as())),
              null);
      case StopAdded added ->
          new EventSummary(
              "A further stop: " + TripTimeline.place(added.stop()), added.stop().dates());
      case VariantNamesAdded added ->
          new EventSummary(
              "%s is also called %s"
                  .formatted(NameTemplates.of(added.party()), NameTemplates.list(added.names())),
              null);
      case TripCorroborated _ ->
          new EventSummary("A further source tells the trip as it stood", null);
      case LedgerEvent other -> new EventSummary(plain(EventNames.nameOf(other)), null);
    };
  }

  /** "official.registered" reads "Official registered". */
  private static String plain(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1).replaceAll("[.-]", " ");
  }
}
