package org.chancery.query.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.chancery.query.Ending.Endings;
import org.chancery.query.cooperation.CooperationView.CooperationStatus;
import org.chancery.query.cooperation.CooperationView.Segment;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Phase;
import org.chancery.shared.time.Step;
import org.jspecify.annotations.Nullable;

/** How a cooperation's history reads. */
final class CooperationFold {
  private final List<Long> entries = new ArrayList<>();
  private final Endings endings = new Endings();
  private @Nullable CooperationEstablished established;
  private @Nullable EdtfDate terminated;
  private Chronicle<CooperationState, CooperationStep> chronicle =
      Chronicle.of(new CooperationLifecycle());

  private CooperationFold() {}

  static List<Version<CooperationView>> versions(List<Recorded<CooperationEvent>> history) {
    CooperationFold fold = new CooperationFold();
    history.forEach(fold::take);
    return fold.established == null ? List.of() : fold.versions(fold.established);
  }

  private void take(Recorded<CooperationEvent> recorded) {
    entries.add(recorded.position());
    endings.take(recorded);
    switch (recorded.event()) {
      case CooperationEstablished event -> established = event;
      case CooperationTerminated event -> terminated = event.on();
      case CooperationSuspended _, CooperationResumed _ -> {}
    }
    CooperationStep step = CooperationStep.of(recorded.event());
    chronicle = chronicle.accept(new Step<>(step, recorded.event().on(), recorded.position()));
  }

  /** Before it can have been established there is nothing to tell. */
  private List<Version<CooperationView>> versions(CooperationEstablished as) {
    List<Phase<CooperationState>> phases =
        chronicle.phases(Function.<CooperationState>identity()).stream()
            .filter(phase -> !phase.isSurely(CooperationState.NONE))
            .toList();
    List<Segment> history = phases.stream().map(Segment::of).toList();
    return phases.stream().map(phase -> version(as, phase, history)).toList();
  }

  private Version<CooperationView> version(
      CooperationEstablished as, Phase<CooperationState> phase, List<Segment> history) {
    CooperationView view =
        new CooperationView(
            as.cooperation(),
            as.field(),
            as.parties(),
            CooperationStatus.of(phase),
            phase.between(),
            phase.since(),
            history,
            endings.by(phase.from()),
            List.copyOf(entries));
    return new Version<>(
        as.subject().toString(),
        phase.from(),
        phase.to(),
        Days.inOrder(as.on().earliest()),
        new EdtfSpan(as.on() + "/..", as.on(), terminated),
        attributes(view),
        view);
  }

  private static Set<FilterAttribute> attributes(CooperationView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    view.parties().forEach(party -> attributes.add(new FilterAttribute("party", party.value())));
    attributes.add(new FilterAttribute("field", view.field()));
    attributes.add(new FilterAttribute("field", FilterAttribute.slug(view.field())));
    attributes.add(FilterAttribute.of("state", view.state()));
    return attributes;
  }
}
