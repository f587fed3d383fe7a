package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.timeline.Plan.Move;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A meeting stands where it is to be, until it is moved, called off or held. Where it stood before
 * it was moved is told too; and with the meeting itself, who was left out of it.
 */
final class MeetingTimeline {
  private final Plan<MeetingEvent> plan = new Plan<>();
  private final List<Recorded<PartyExcluded>> exclusions = new ArrayList<>();
  private List<PartyId> parties = List.of();
  private List<OfficialId> officials = List.of();
  private String what = "meet";

  private MeetingTimeline() {}

  static List<TimelineItem> of(List<Recorded<MeetingEvent>> history) {
    MeetingTimeline meeting = new MeetingTimeline();
    history.forEach(meeting::take);
    return meeting.happenings();
  }

  private void take(Recorded<MeetingEvent> recorded) {
    switch (recorded.event()) {
      case MeetingScheduled event -> {
        tell(event.format(), event.parties(), event.participants(), event.place());
        plan.stand(recorded, event.scheduledFor());
      }
      case MeetingRescheduled event -> plan.move(recorded, event.scheduledFor());
      case MeetingCancelled _ -> plan.stand(recorded, plan.when);
      case MeetingHeld event -> {
        tell(event.format(), event.parties(), event.participants(), event.place());
        plan.stand(recorded, event.heldOn());
      }
      case PartyExcluded event -> exclusions.add(new Recorded<>(recorded.position(), event));
    }
  }

  private void tell(
      MeetingFormat format, List<PartyId> among, List<Participant> present, @Nullable Place place) {
    parties = among;
    officials = present.stream().map(Participant::official).filter(Objects::nonNull).toList();
    what = "meet%s (%s)".formatted(where(place), Choice.words(format));
  }

  private static String where(@Nullable Place place) {
    String told = place == null ? "" : NameTemplates.of(place);
    return told.isEmpty() ? "" : " in " + told;
  }

  private List<TimelineItem> happenings() {
    Recorded<MeetingEvent> last = plan.told;
    EdtfSpan date = plan.when;
    if (last == null || date == null) {
      return List.of();
    }
    Stream<TimelineItem> first =
        Stream.concat(plan.moves.stream().map(this::moved), Stream.of(now(last)));
    return Stream.concat(first, exclusions.stream().map(left -> excluded(left, date)))
        .sorted(Comparator.comparing(happening -> happening.date().earliest()))
        .toList();
  }

  private TimelineItem moved(Move<MeetingEvent> move) {
    String summary =
        "%s were to %s; moved from %s to %s".formatted(who(), what, move.from(), move.to());
    return TimelineItem.of(move.told(), move.from(), summary)
        .keyed("former")
        .among(attending())
        .with(officials)
        .citing(move.entries());
  }

  private TimelineItem now(Recorded<MeetingEvent> last) {
    TimelineItem happening =
        switch (last.event()) {
          case MeetingScheduled event -> toBe(last, event.scheduledFor());
          case MeetingRescheduled event -> toBe(last, event.scheduledFor());
          case MeetingCancelled event -> calledOff(last, event);
          case MeetingHeld event -> TimelineItem.of(last, event.heldOn(), who() + " " + what);
          case PartyExcluded _ -> throw new IllegalStateException("no time of its own");
        };
    return happening
        .among(attending())
        .with(officials)
        .citing(plan.entries)
        .citing(exclusions.stream().map(Recorded::position).toList());
  }

  private TimelineItem toBe(Recorded<MeetingEvent> last, EdtfSpan scheduledFor) {
    return TimelineItem.of(last, scheduledFor, who() + " are to " + what).toCome();
  }

  private TimelineItem calledOff(Recorded<MeetingEvent> last, MeetingCancelled event) {
    return TimelineItem.of(
        last, event.on(), "Meeting of %s called off: %s".formatted(who(), event.reason()));
  }

  /** No day is recorded on which it was decided, so it stands beside the meeting itself. */
  private TimelineItem excluded(Recorded<PartyExcluded> left, EdtfSpan date) {
    PartyId party = left.event().party();
    String summary =
        "%s is left out where %s %s: %s"
            .formatted(NameTemplates.of(party), who(), what, left.event().reason());
    return TimelineItem.of(left, date, summary)
        .among(Stream.concat(attending().stream(), Stream.of(party)).toList())
        .with(officials)
        .citing(plan.entries);
  }

  private List<PartyId> attending() {
    return parties.stream()
        .filter(party -> exclusions.stream().noneMatch(left -> left.event().party().equals(party)))
        .toList();
  }

  private String who() {
    return NameTemplates.all(attending());
  }
}
