package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;

/** Each step of a cooperation, told with the parties and the field of its establishment. */
final class CooperationTimeline {
  private static final AsSteps<CooperationState, CooperationStep, CooperationEvent> LIFECYCLE =
      new AsSteps<>(new CooperationLifecycle(), CooperationStep::of);

  private final List<Long> establishing = new ArrayList<>();
  private List<PartyId> parties = List.of();
  private String field = "";

  private CooperationTimeline() {}

  static List<TimelineItem> of(List<Recorded<CooperationEvent>> history) {
    CooperationTimeline steps = new CooperationTimeline();
    return ValidOrder.items(LIFECYCLE, history, CooperationEvent::on, steps::item);
  }

  private TimelineItem item(Recorded<CooperationEvent> recorded) {
    String summary =
        switch (recorded.event()) {
          case CooperationEstablished event -> {
            parties = event.parties();
            field = event.field();
            establishing.add(recorded.position());
            yield "%s begin to cooperate: %s".formatted(NameTemplates.all(parties), field);
          }
          case CooperationSuspended event -> changed("suspended", event.reason());
          case CooperationResumed event -> changed("resumed", event.reason());
          case CooperationTerminated event -> changed("terminated", event.reason());
        };
    return TimelineItem.of(recorded, recorded.event().on(), summary)
        .among(parties)
        .citing(establishing);
  }

  private String changed(String how, String reason) {
    return "Cooperation of %s %s (%s): %s"
        .formatted(NameTemplates.all(parties), how, field, reason);
  }
}
