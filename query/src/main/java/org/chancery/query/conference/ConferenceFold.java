package org.chancery.query.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.query.conference.ConferenceView.Invitation;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.Schedule;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.ConferencePostponed;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Stretch;
import org.jspecify.annotations.Nullable;

/** How a conference's history reads. */
final class ConferenceFold {
  private final List<Long> entries = new ArrayList<>();
  private final Endings endings = new Endings();
  private final List<Invitation> invited = new ArrayList<>();
  private final Schedule<ConferenceStatus> schedule = new Schedule<>();
  private @Nullable ConferenceHeld convened;
  private @Nullable ConferenceHeld held;
  private ConferenceStatus expected = ConferenceStatus.SCHEDULED;

  private ConferenceFold() {}

  static List<Version<ConferenceView>> versions(List<Recorded<ConferenceEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    ConferenceFold fold = new ConferenceFold();
    history.forEach(fold::take);
    return fold
        .schedule
        .stretches(fold.expected, ConferenceStatus.OVERDUE, fold.entries.getLast())
        .stream()
        .flatMap(stretch -> fold.version(stretch).stream())
        .toList();
  }

  private void take(Recorded<ConferenceEvent> recorded) {
    long position = recorded.position();
    entries.add(position);
    endings.take(recorded);
    switch (recorded.event()) {
      case ConferenceConvened event -> {
        convened = asConvened(event);
        schedule.expect(event.scheduledFor());
      }
      case ConferencePostponed event -> {
        expected =
            event.scheduledFor() == null ? ConferenceStatus.POSTPONED : ConferenceStatus.SCHEDULED;
        schedule.expect(event.scheduledFor());
      }
      case ConferenceCancelled event ->
          schedule.turn(ConferenceStatus.CANCELLED, event.on(), position);
      case ConferenceHeld event -> {
        held = event;
        schedule.turn(ConferenceStatus.HELD, Days.beginning(event.heldOn()), position);
      }
      case PartyInvited event ->
          invited.add(new Invitation(event.party(), event.as(), List.of(position)));
    }
  }

  private static ConferenceHeld asConvened(ConferenceConvened as) {
    return new ConferenceHeld(
        as.conference(),
        as.scheduledFor(),
        as.name(),
        as.kind(),
        as.convener(),
        as.host(),
        as.place(),
        as.participants(),
        as.topics(),
        as.partOf(),
        as.series());
  }

  /** Before it was held it reads as it was convened; one never convened is unknown until then. */
  private Optional<Version<ConferenceView>> version(
      Stretch<ConferenceStatus, ConferenceStatus> stretch) {
    boolean before = stretch.states().equals(List.of(expected));
    ConferenceHeld as = before || held == null ? convened : held;
    return Optional.ofNullable(as).map(told -> version(told, stretch));
  }

  private Version<ConferenceView> version(
      ConferenceHeld as, Stretch<ConferenceStatus, ConferenceStatus> stretch) {
    ConferenceView view = view(as, stretch);
    EdtfSpan date = view.date();
    return new Version<>(
        as.subject().toString(),
        stretch.from(),
        stretch.to(),
        Days.inOrder(date == null ? EdtfSpan.END : date.earliest()),
        date,
        attributes(view),
        view);
  }

  private ConferenceView view(
      ConferenceHeld as, Stretch<ConferenceStatus, ConferenceStatus> stretch) {
    List<ConferenceStatus> states = stretch.states();
    boolean certain = states.size() == 1;
    return new ConferenceView(
        as.conference(),
        as.name(),
        as.kind(),
        as.convener(),
        as.host(),
        as.place(),
        schedule.scheduledFor(),
        held == null ? null : held.heldOn(),
        as.participants(),
        List.copyOf(invited),
        as.topics(),
        as.partOf(),
        as.series(),
        certain ? states.getFirst() : ConferenceStatus.INDETERMINATE,
        certain ? List.of() : states,
        endings.by(stretch.from()),
        List.copyOf(entries));
  }

  private static Set<FilterAttribute> attributes(ConferenceView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    parties(view).forEach(party -> attributes.add(new FilterAttribute("party", party.value())));
    Attendee.officials(view.participants())
        .forEach(who -> attributes.add(new FilterAttribute("official", who.value())));
    attributes.add(new FilterAttribute("conference", view.conference().value()));
    if (view.partOf() != null) {
      attributes.add(new FilterAttribute("partOf", view.partOf().value()));
    }
    if (view.series() != null) {
      attributes.add(new FilterAttribute("series", view.series()));
      attributes.add(new FilterAttribute("series", FilterAttribute.slug(view.series())));
      attributes.add(FilterAttribute.said("series", view.series()));
    }
    if (view.host() != null) {
      attributes.add(new FilterAttribute("host", view.host().value()));
    }
    if (view.date() != null) {
      attributes.addAll(FilterAttribute.when(view.date()));
    }
    attributes.addAll(MeetingView.attributes(view.place()));
    attributes.add(FilterAttribute.of("kind", view.kind()));
    attributes.add(FilterAttribute.of("status", view.status()));
    return attributes;
  }

  private static Stream<PartyId> parties(ConferenceView view) {
    return Stream.of(
            Stream.ofNullable(view.convener()),
            Stream.ofNullable(view.host()),
            Attendee.parties(view.participants()).stream(),
            view.invited().stream().map(Invitation::party))
        .flatMap(each -> each);
  }
}
