package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.party.NameLifecycle;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.jspecify.annotations.Nullable;

/** A party is there from a day on, and may be renamed; when it went is told with its beginning. */
final class PartyTimeline {
  private final List<Recorded<PartyRenamed>> renamed = new ArrayList<>();
  private @Nullable TimelineItem existence;
  private String name = "";

  private PartyTimeline() {}

  static List<TimelineItem> of(List<Recorded<PartyEvent>> history) {
    PartyTimeline party = new PartyTimeline();
    history.forEach(party::take);
    return party.happenings();
  }

  private void take(Recorded<PartyEvent> recorded) {
    switch (recorded.event()) {
      case PartyRegistered event -> {
        name = event.name();
        existence =
            event.existed() == null
                ? null
                : TimelineItem.of(
                        recorded, event.existed(), NameTemplates.of(event.party()) + " exists")
                    .among(List.of(event.party()));
      }
      case VariantNamesAdded _ -> {} // nobody says since when
      case PartyRenamed event -> renamed.add(new Recorded<>(recorded.position(), event));
    }
  }

  private List<TimelineItem> happenings() {
    List<TimelineItem> items = new ArrayList<>();
    String before = name;
    for (Recorded<PartyRenamed> next :
        ValidOrder.of(
            new AsSteps<>(new NameLifecycle(name), PartyRenamed::name),
            renamed,
            PartyRenamed::on)) {
      items.add(renaming(next, before));
      before = next.event().name();
    }
    if (existence != null) {
      items.add(placeOf(existence, items), existence);
    }
    return items;
  }

  /** As it was called then, whatever it is called on the day asked about. */
  private static TimelineItem renaming(Recorded<PartyRenamed> recorded, String before) {
    PartyRenamed event = recorded.event();
    return TimelineItem.of(
            recorded,
            event.on(),
            "%s is renamed %s%s"
                .formatted(
                    before, event.name(), event.reason() == null ? "" : ": " + event.reason()))
        .among(List.of(event.party()));
  }

  /** Before the first that surely does not begin earlier. */
  private static int placeOf(TimelineItem existence, List<TimelineItem> items) {
    int place = 0;
    while (place < items.size()
        && items.get(place).date().earliest().isBefore(existence.date().earliest())) {
      place++;
    }
    return place;
  }
}
