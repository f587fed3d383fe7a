package org.chancery.query.timeline;

import java.util.List;
import org.chancery.gift.GiftEvent;
import org.chancery.gift.GiftEvent.GiftGiven;
import org.chancery.gift.GiftEvent.GiftReturned;
import org.chancery.readmodel.SubjectHistory.Recorded;

/** What became of a gift. */
final class GiftTimeline {

  private GiftTimeline() {}

  static List<TimelineItem> of(List<Recorded<GiftEvent>> history) {
    return history.stream().map(GiftTimeline::item).toList();
  }

  private static TimelineItem item(Recorded<GiftEvent> recorded) {
    return switch (recorded.event()) {
      case GiftGiven given ->
          TimelineItem.of(recorded, given.on(), "%s given".formatted(given.what()))
              .among(List.of(given.giver(), given.receiver()));
      case GiftReturned back ->
          TimelineItem.of(recorded, back.on(), "Given back: " + back.reason());
    };
  }
}
