package org.chancery.query.timeline;

import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;

/** Each step in the relations of two parties. */
final class RelationshipTimeline {
  private static final AsSteps<RelationsState, RelationsStep, RelationshipEvent> LIFECYCLE =
      new AsSteps<>(new RelationsLifecycle(), RelationsStep::of);

  private RelationshipTimeline() {}

  static List<TimelineItem> of(List<Recorded<RelationshipEvent>> history) {
    return ValidOrder.items(LIFECYCLE, history, RelationshipEvent::on, RelationshipTimeline::item);
  }

  private static TimelineItem item(Recorded<RelationshipEvent> recorded) {
    return TimelineItem.of(recorded, recorded.event().on(), summary(recorded.event()))
        .among(recorded.event().pair().parties());
  }

  private static String summary(RelationshipEvent recorded) {
    String both = NameTemplates.all(recorded.pair().parties());
    return switch (recorded) {
      case PartyRecognized event ->
          event.mutual()
              ? both + " recognize each other" + words(event.recognition())
              : "%s recognizes %s%s"
                  .formatted(
                      NameTemplates.of(event.by()),
                      NameTemplates.of(event.of()),
                      words(event.recognition()));
      case RelationsEstablished _ -> both + " establish diplomatic relations";
      case RepresentationChanged event ->
          "Representation between %s: %s".formatted(both, Choice.words(event.level()));
      case RelationsInterrupted event ->
          "Relations between %s interrupted: %s".formatted(both, event.reason());
      case RelationsSevered event ->
          "Relations between %s severed: %s".formatted(both, event.reason());
      case RelationsResumed event ->
          "Relations between %s resumed: %s".formatted(both, event.reason());
      case DiscrepancyNoted event ->
          "A source states %s between %s, which the rest of the history does not bear: %s"
              .formatted(Choice.words(event.stated()), both, event.reason());
    };
  }

  private static String words(Recognition recognition) {
    return switch (recognition) {
      case UNSPECIFIED -> "";
      case DE_FACTO -> " de facto";
      case DE_JURE -> " de jure";
    };
  }
}
