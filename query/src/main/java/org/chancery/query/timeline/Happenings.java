package org.chancery.query.timeline;

import java.util.List;
import org.chancery.query.asof.Recorded;
import org.chancery.query.asof.Version;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.trip.TripEvent;

/** How a subject's history reads on the timeline, whatever its concept. */
final class Happenings {

  private Happenings() {}

  static List<Version<HappeningView>> versions(List<Recorded<LedgerEvent>> history) {
    return history.isEmpty()
        ? List.of()
        : happenings(history).stream().map(Happening::version).toList();
  }

  static List<Happening> happenings(List<Recorded<LedgerEvent>> history) {
    return switch (history.getFirst().event()) {
      case PartyEvent _ -> PartyHappenings.of(as(PartyEvent.class, history));
      case OfficialEvent _ -> OfficialHappenings.of(as(OfficialEvent.class, history));
      case TripEvent _ -> TripHappenings.of(as(TripEvent.class, history));
      case MeetingEvent _ -> MeetingHappenings.of(as(MeetingEvent.class, history));
      case CooperationEvent _ -> CooperationHappenings.of(as(CooperationEvent.class, history));
      case RelationshipEvent _ -> RelationshipHappenings.of(as(RelationshipEvent.class, history));
      case LedgerEvent other ->
          throw new IllegalStateException("no timeline tells of " + other.subject().concept());
    };
  }

  private static <E extends LedgerEvent> List<Recorded<E>> as(
      Class<E> concept, List<Recorded<LedgerEvent>> history) {
    return history.stream()
        .map(recorded -> new Recorded<>(recorded.position(), concept.cast(recorded.event())))
        .toList();
  }
}
