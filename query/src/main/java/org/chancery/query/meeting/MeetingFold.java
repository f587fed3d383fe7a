package org.chancery.query.meeting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.meeting.MeetingView.Exclusion;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.Stretch;
import org.jspecify.annotations.Nullable;

/** How a meeting's history reads. */
final class MeetingFold {
  private final List<Long> entries = new ArrayList<>();
  private final Endings endings = new Endings();
  private final List<Exclusion> excluded = new ArrayList<>();
  private @Nullable MeetingScheduled scheduled;
  private @Nullable MeetingHeld held;
  private final Schedule<MeetingStatus> schedule = new Schedule<>();

  private MeetingFold() {}

  static List<Version<MeetingView>> versions(List<Recorded<MeetingEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    MeetingFold fold = new MeetingFold();
    history.forEach(fold::take);
    return fold
        .schedule
        .stretches(MeetingStatus.SCHEDULED, MeetingStatus.OVERDUE, fold.entries.getLast())
        .stream()
        .flatMap(stretch -> fold.version(stretch).stream())
        .toList();
  }

  private void take(Recorded<MeetingEvent> recorded) {
    long position = recorded.position();
    entries.add(position);
    endings.take(recorded);
    switch (recorded.event()) {
      case MeetingScheduled event -> {
        scheduled = event;
        schedule.expect(event.scheduledFor());
      }
      case MeetingRescheduled event -> schedule.expect(event.scheduledFor());
      case MeetingCancelled event -> schedule.turn(MeetingStatus.CANCELLED, event.on(), position);
      case MeetingHeld event -> {
        held = event;
        schedule.turn(MeetingStatus.HELD, Days.beginning(event.heldOn()), position);
      }
      case PartyExcluded event ->
          excluded.add(new Exclusion(event.party(), event.reason(), List.of(position)));
    }
  }

  /** Before it was held it reads as it was scheduled; one never scheduled is unknown until then. */
  private Optional<Version<MeetingView>> version(Stretch<MeetingStatus, MeetingStatus> stretch) {
    boolean before = stretch.states().equals(List.of(MeetingStatus.SCHEDULED));
    MeetingHeld as = before || held == null ? asScheduled() : held;
    return as == null ? Optional.empty() : Optional.of(version(as, stretch));
  }

  private Version<MeetingView> version(
      MeetingHeld as, Stretch<MeetingStatus, MeetingStatus> stretch) {
    MeetingView view = view(as, stretch);
    return new Version<>(
        as.subject().toString(),
        stretch.from(),
        stretch.to(),
        Days.inOrder(view.date().earliest()),
        view.date(),
        attributes(view),
        view);
  }

  private MeetingView view(MeetingHeld as, Stretch<MeetingStatus, MeetingStatus> stretch) {
    List<MeetingStatus> states = stretch.states();
    boolean certain = states.size() == 1;
    return new MeetingView(
        as.meeting(),
        as.format(),
        as.parties().stream().filter(this::attends).toList(),
        as.participants().stream().filter(participant -> attends(participant.party())).toList(),
        List.copyOf(excluded),
        as.place(),
        schedule.scheduledFor(),
        held == null ? null : held.heldOn(),
        as.topics(),
        as.partOf(),
        as.inMarginsOf(),
        certain ? states.getFirst() : MeetingStatus.INDETERMINATE,
        certain ? List.of() : states,
        endings.by(stretch.from()),
        List.copyOf(entries));
  }

  private boolean attends(@Nullable PartyId party) {
    return excluded.stream().noneMatch(exclusion -> exclusion.party().equals(party));
  }

  /** Null where nothing tells of the meeting itself. */
  private @Nullable MeetingHeld asScheduled() {
    return scheduled == null
        ? null
        : new MeetingHeld(
            scheduled.meeting(),
            scheduled.scheduledFor(),
            scheduled.format(),
            scheduled.parties(),
            scheduled.participants(),
            scheduled.place(),
            scheduled.topics(),
            scheduled.partOf(),
            scheduled.inMarginsOf());
  }

  private static Set<FilterAttribute> attributes(MeetingView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    view.parties().forEach(party -> attributes.add(new FilterAttribute("party", party.value())));
    view.participants()
        .forEach(
            participant -> {
              if (participant.official() != null) {
                attributes.add(new FilterAttribute("official", participant.official().value()));
              }
            });
    long byName = view.participants().stream().filter(one -> one.official() == null).count();
    if (byName > 0) {
      attributes.add(MeetingView.BY_NAME_ALONE);
    }
    if (byName > 1) {
      attributes.add(MeetingView.SEVERAL_BY_NAME_ALONE);
    }
    view.excluded()
        .forEach(out -> attributes.add(new FilterAttribute("excluded", out.party().value())));
    attributes.addAll(MeetingView.attributes(view.place()));
    attributes.addAll(FilterAttribute.when(view.date()));
    Stream.of(Optional.ofNullable(view.partOf()), Optional.ofNullable(view.inMarginsOf()))
        .flatMap(Optional::stream)
        .forEach(at -> attributes.add(new FilterAttribute("conference", at.value())));
    attributes.add(FilterAttribute.of("format", view.format()));
    attributes.add(FilterAttribute.of("status", view.status()));
    return attributes;
  }
}
