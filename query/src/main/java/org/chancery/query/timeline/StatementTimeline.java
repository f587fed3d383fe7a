package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementLifecycle;
import org.chancery.shared.statement.StatementState;
import org.chancery.shared.statement.StatementStep;

/** What was said, and that it was taken back. */
final class StatementTimeline {
  private static final AsSteps<StatementState, StatementStep, StatementEvent> LIFECYCLE =
      new AsSteps<>(new StatementLifecycle(), StatementStep::of);

  private final List<Long> making = new ArrayList<>();
  private List<PartyId> parties = List.of();
  private List<OfficialId> officials = List.of();
  private String who = "";
  private String what = "";

  private StatementTimeline() {}

  static List<TimelineItem> of(List<Recorded<StatementEvent>> history) {
    StatementTimeline statement = new StatementTimeline();
    return ValidOrder.items(LIFECYCLE, history, StatementEvent::on, statement::item);
  }

  private TimelineItem item(Recorded<StatementEvent> recorded) {
    String summary =
        switch (recorded.event()) {
          case StatementMade event -> {
            tell(event);
            making.add(recorded.position());
            StatedClaim claim = event.claim();
            yield "%s: %s%s"
                .formatted(who, what, claim == null ? "" : "; claims " + claim.inWords());
          }
          case StatementWithdrawn event ->
              "%s takes back \"%s\": %s".formatted(who, what, event.reason());
        };
    return TimelineItem.of(recorded, recorded.event().on(), summary)
        .among(parties)
        .with(officials)
        .citing(making);
  }

  private void tell(StatementMade event) {
    who = NameTemplates.of(event.speaker());
    what = event.summary();
    Optional<PartyId> party = event.speaker().speaksFor();
    parties = Stream.concat(party.stream(), event.about().stream()).distinct().toList();
    officials = event.speaker().byOfficial().stream().toList();
  }
}
