package org.chancery.query.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.asof.Basis;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Recorded;
import org.chancery.query.asof.Version;
import org.chancery.query.relationship.RelationsView.Discrepancy;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Recognition;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.relationship.DiplomaticRelations;
import org.chancery.shared.relationship.Pair;
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
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;

/** How the history of the relations between two parties reads. */
final class RelationsFold {
  private static final RelationsLifecycle LIFECYCLE = new RelationsLifecycle();

  private final Pair pair;
  private final List<Recognition> recognitions = new ArrayList<>();
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private Chronicle<RelationsState, RelationsStep> chronicle = Chronicle.of(LIFECYCLE);

  private RelationsFold(Pair pair) {
    this.pair = pair;
  }

  static List<Version<RelationsView>> versions(List<Recorded<RelationshipEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    RelationsFold fold = new RelationsFold(history.getFirst().event().pair());
    history.forEach(fold::take);
    return fold.chronicle.stretches().stream().filter(fold::tells).map(fold::version).toList();
  }

  private void take(Recorded<RelationshipEvent> recorded) {
    note(recorded.event(), List.of(recorded.position()));
    RelationsStep step = RelationsStep.of(recorded.event());
    if (step != null) {
      chronicle = chronicle.accept(new Step<>(step, recorded.event().on(), recorded.position()));
    }
  }

  private void note(RelationshipEvent recorded, List<Long> entry) {
    switch (recorded) {
      case PartyRecognized(var by, var of, var on, var mutual, var _) ->
          recognitions.add(new Recognition(by, of, on, mutual, entry));
      case DiscrepancyNoted(var _, var stated, var on, var reason) ->
          discrepancies.add(new Discrepancy(stated, on, reason, entry));
      case RelationsEstablished _,
          RepresentationChanged _,
          RelationsInterrupted _,
          RelationsSevered _,
          RelationsResumed _ -> {}
    }
  }

  /** Where nothing has happened there is nothing to hold: an empty answer needs no row. */
  private boolean tells(Stretch<RelationsState, RelationsStep> stretch) {
    return !discrepancies.isEmpty()
        || !stretch.happened().isEmpty()
        || !stretch.pending().isEmpty();
  }

  private Version<RelationsView> version(Stretch<RelationsState, RelationsStep> stretch) {
    RelationsView view = view(stretch);
    return new Version<>(
        pair.subject().toString(),
        stretch.from(),
        stretch.to(),
        pair.subject().id(),
        null,
        facets(view),
        view);
  }

  private RelationsView view(Stretch<RelationsState, RelationsStep> stretch) {
    Set<Long> told = told(stretch);
    return new RelationsView(
        pair,
        relations(stretch),
        mission(stretch),
        recognitions.stream().filter(act -> told.containsAll(act.entries())).toList(),
        List.copyOf(discrepancies),
        Stream.concat(
                told.stream(), discrepancies.stream().flatMap(noted -> noted.entries().stream()))
            .sorted()
            .toList());
  }

  private static Set<Long> told(Stretch<RelationsState, RelationsStep> stretch) {
    return Stream.concat(stretch.happened().stream(), stretch.pending().stream())
        .map(Step::entry)
        .collect(Collectors.toSet());
  }

  private static Relations relations(Stretch<RelationsState, RelationsStep> stretch) {
    Basis basis = Basis.of(LIFECYCLE, stretch, RelationsState::relations);
    List<DiplomaticRelations> states =
        stretch.states().stream().map(RelationsState::relations).distinct().toList();
    return states.size() == 1
        ? new Relations(
            RelationsStatus.valueOf(states.getFirst().name()),
            basis.since(),
            List.of(),
            basis.entries())
        : new Relations(RelationsStatus.INDETERMINATE, null, states, basis.entries());
  }

  private static Mission mission(Stretch<RelationsState, RelationsStep> stretch) {
    Basis basis = Basis.of(LIFECYCLE, stretch, RelationsState::level);
    List<Representation> levels =
        stretch.states().stream().map(RelationsState::level).distinct().toList();
    return levels.size() == 1
        ? new Mission(
            Level.valueOf(levels.getFirst().name()), basis.since(), List.of(), basis.entries())
        : new Mission(Level.INDETERMINATE, null, levels, basis.entries());
  }

  private Set<Facet> facets(RelationsView view) {
    return Set.of(
        new Facet("party", pair.first().value()),
        new Facet("party", pair.second().value()),
        Facet.of("relations", view.diplomaticRelations().state()));
  }
}
