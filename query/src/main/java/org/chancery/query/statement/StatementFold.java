package org.chancery.query.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.query.statement.StatementView.Withdrawal;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.Selection.Through;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.statement.Speaker;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementLifecycle;
import org.chancery.shared.statement.StatementState;
import org.chancery.shared.statement.StatementStep;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Phase;
import org.chancery.shared.time.Step;
import org.jspecify.annotations.Nullable;

/** How a statement's history reads. */
final class StatementFold {
  private final List<Long> entries = new ArrayList<>();
  private @Nullable StatementMade made;
  private @Nullable Withdrawal withdrawal;
  private Chronicle<StatementState, StatementStep> chronicle =
      Chronicle.of(new StatementLifecycle());

  private StatementFold() {}

  static List<Version<StatementView>> versions(List<Recorded<StatementEvent>> history) {
    StatementFold fold = new StatementFold();
    history.forEach(fold::take);
    return fold.made == null ? List.of() : fold.versions(fold.made);
  }

  private void take(Recorded<StatementEvent> recorded) {
    entries.add(recorded.position());
    switch (recorded.event()) {
      case StatementMade event -> made = event;
      case StatementWithdrawn event ->
          withdrawal = new Withdrawal(event.on(), event.reason(), List.of(recorded.position()));
    }
    StatementStep step = StatementStep.of(recorded.event());
    chronicle = chronicle.accept(new Step<>(step, recorded.event().on(), recorded.position()));
  }

  /** Before it can have been made there is nothing to tell. */
  private List<Version<StatementView>> versions(StatementMade as) {
    return chronicle.phases(Function.<StatementState>identity()).stream()
        .filter(phase -> !phase.isSurely(StatementState.NONE))
        .map(phase -> version(as, phase))
        .toList();
  }

  private Version<StatementView> version(StatementMade as, Phase<StatementState> phase) {
    StatementView view =
        new StatementView(
            as.statement(),
            as.speaker(),
            as.attribution(),
            as.on(),
            as.about(),
            as.topics(),
            as.position(),
            as.summary(),
            as.quote(),
            as.claim(),
            StatementStatus.of(phase),
            phase.between(),
            phase.states().contains(StatementState.WITHDRAWN) ? withdrawal : null,
            List.copyOf(entries));
    return new Version<>(
        as.subject().toString(),
        phase.from(),
        phase.to(),
        Days.inOrder(as.on().earliest()),
        EdtfSpan.of(as.on()),
        attributes(view),
        view);
  }

  private static Set<FilterAttribute> attributes(StatementView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>(attributes(view.speaker()));
    view.about().forEach(party -> attributes.add(new FilterAttribute("about", party.value())));
    for (String topic : view.allTopics()) {
      attributes.add(new FilterAttribute("topic", topic));
      attributes.add(new FilterAttribute("topic", FilterAttribute.slug(topic)));
      attributes.add(FilterAttribute.said("topic", topic));
    }
    if (view.position() != null) {
      attributes.add(FilterAttribute.of("stance", view.position().stance()));
    }
    attributes.addAll(FilterAttribute.when(EdtfSpan.of(view.on())));
    attributes.add(FilterAttribute.of("attribution", view.attribution()));
    attributes.add(FilterAttribute.of("status", view.status()));
    return attributes;
  }

  /** Whom an official serves is another subject's history, so it is found when asked. */
  private static Set<FilterAttribute> attributes(Speaker speaker) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    speaker
        .byOfficial()
        .ifPresent(who -> attributes.add(new FilterAttribute("official", who.value())));
    speaker
        .speaksFor()
        .ifPresentOrElse(
            party -> attributes.add(new FilterAttribute("party", party.value())),
            () -> speaker.byOfficial().ifPresent(who -> attributes.add(Through.by(who.value()))));
    return attributes;
  }
}
