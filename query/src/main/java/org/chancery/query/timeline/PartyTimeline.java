package org.chancery.query.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;

/** A party is there from a day on; when it went is told with it. */
final class PartyTimeline {

  private PartyTimeline() {}

  static List<TimelineItem> of(List<Recorded<PartyEvent>> history) {
    return history.stream().flatMap(PartyTimeline::happening).toList();
  }

  private static Stream<TimelineItem> happening(Recorded<PartyEvent> recorded) {
    return switch (recorded.event()) {
      case PartyRegistered event ->
          event.existed() == null
              ? Stream.empty()
              : Stream.of(
                  TimelineItem.of(
                          recorded, event.existed(), NameTemplates.of(event.party()) + " exists")
                      .among(List.of(event.party())));
    };
  }
}
