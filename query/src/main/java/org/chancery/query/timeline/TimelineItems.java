package org.chancery.query.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;

/** How a subject's history reads on the timeline, whatever its concept. */
final class TimelineItems {

  private TimelineItems() {}

  static List<Version<HappeningView>> versions(List<Recorded<LedgerEvent>> history) {
    List<Version<HappeningView>> versions = new ArrayList<>();
    LocalDate day = EdtfSpan.BEGINNING;
    for (TimelineItem happening :
        history.isEmpty() ? List.<TimelineItem>of() : happenings(history)) {
      LocalDate earliest = happening.date().earliest();
      day = earliest.isAfter(day) ? earliest : day;
      versions.add(happening.version(day, versions.size()));
    }
    return versions;
  }

  /** In the order in which they came about. */
  static List<TimelineItem> happenings(List<Recorded<LedgerEvent>> history) {
    return switch (history.getFirst().event()) {
      case PartyEvent _ -> PartyTimeline.of(as(PartyEvent.class, history));
      case OfficialEvent _ -> OfficialTimeline.of(as(OfficialEvent.class, history));
      case TripEvent _ -> TripTimeline.of(as(TripEvent.class, history));
      case MeetingEvent _ -> MeetingTimeline.of(as(MeetingEvent.class, history));
      case StatementEvent _ -> StatementTimeline.of(as(StatementEvent.class, history));
      case ConferenceEvent _ -> ConferenceTimeline.of(as(ConferenceEvent.class, history));
      case CooperationEvent _ -> CooperationTimeline.of(as(CooperationEvent.class, history));
      case AgreementEvent _ -> AgreementTimeline.of(as(AgreementEvent.class, history));
      case SanctionEvent _ -> SanctionTimeline.of(as(SanctionEvent.class, history));
      case RelationshipEvent _ -> RelationshipTimeline.of(as(RelationshipEvent.class, history));
      case MissionEvent _ -> MissionTimeline.of(as(MissionEvent.class, history));
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
