package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.timeline.Plan.Move;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.ConferencePostponed;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A conference stands where it is to be, until it is put off, called off or held. Where it stood
 * before is told too. Nobody dates invitations: they are cited with the conference itself.
 */
final class ConferenceTimeline {
  private final Plan<ConferenceEvent> plan = new Plan<>();
  private final List<PartyId> invited = new ArrayList<>();
  private final List<Long> inviting = new ArrayList<>();
  private List<PartyId> parties = List.of();
  private List<OfficialId> officials = List.of();
  private String name = "";
  private String where = "";

  private ConferenceTimeline() {}

  static List<TimelineItem> of(List<Recorded<ConferenceEvent>> history) {
    ConferenceTimeline conference = new ConferenceTimeline();
    history.forEach(conference::take);
    return conference.happenings();
  }

  private void take(Recorded<ConferenceEvent> recorded) {
    switch (recorded.event()) {
      case ConferenceConvened event -> {
        tell(event.name(), event.place(), event.convener(), event.host(), event.participants());
        plan.stand(recorded, event.scheduledFor());
      }
      case ConferencePostponed event -> plan.move(recorded, event.scheduledFor());
      case ConferenceCancelled event -> plan.stand(recorded, EdtfSpan.of(event.on()));
      case ConferenceHeld event -> {
        tell(event.name(), event.place(), event.convener(), event.host(), event.participants());
        plan.stand(recorded, event.heldOn());
      }
      case PartyInvited event -> {
        invited.add(event.party());
        inviting.add(recorded.position());
      }
    }
  }

  private void tell(
      String called,
      @Nullable Place place,
      @Nullable PartyId convener,
      @Nullable PartyId host,
      List<Attendee> participants) {
    name = called;
    String at = place == null ? "" : NameTemplates.of(place);
    where = at.isEmpty() ? "" : " in " + at;
    parties =
        Stream.of(
                Stream.ofNullable(convener),
                Stream.ofNullable(host),
                Attendee.parties(participants).stream())
            .flatMap(each -> each)
            .distinct()
            .toList();
    officials = Attendee.officials(participants);
  }

  private List<TimelineItem> happenings() {
    return Stream.concat(plan.moves.stream().map(this::moved), now().stream())
        .sorted(Comparator.comparing(happening -> happening.date().earliest()))
        .toList();
  }

  private TimelineItem moved(Move<ConferenceEvent> move) {
    String summary =
        "%s was to be held%s; put off from %s%s"
            .formatted(name, where, move.from(), move.to() == null ? "" : " to " + move.to());
    return TimelineItem.of(move.told(), move.from(), summary)
        .keyed("former")
        .among(everyone())
        .with(officials)
        .citing(move.entries());
  }

  private List<TimelineItem> now() {
    Recorded<ConferenceEvent> last = plan.told;
    EdtfSpan date = plan.when;
    if (last == null || date == null) {
      return List.of();
    }
    TimelineItem happening =
        switch (last.event()) {
          case ConferenceConvened _, ConferencePostponed _ ->
              TimelineItem.of(last, date, "%s is to be held%s".formatted(name, where)).toCome();
          case ConferenceCancelled event ->
              TimelineItem.of(last, date, "%s called off: %s".formatted(name, event.reason()));
          case ConferenceHeld _ ->
              TimelineItem.of(last, date, "%s is held%s".formatted(name, where));
          case PartyInvited _ -> throw new IllegalStateException("no time of its own");
        };
    return List.of(
        happening.among(everyone()).with(officials).citing(plan.entries).citing(inviting));
  }

  private List<PartyId> everyone() {
    return Stream.concat(parties.stream(), invited.stream()).distinct().toList();
  }
}
