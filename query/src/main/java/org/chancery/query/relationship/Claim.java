package org.chancery.query.relationship;

import static org.chancery.shared.relationship.DiplomaticRelations.ESTABLISHED;
import static org.chancery.shared.relationship.DiplomaticRelations.INTERRUPTED;
import static org.chancery.shared.relationship.DiplomaticRelations.SEVERED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationsStep.Recognized;
import org.chancery.shared.relationship.RelationsStep.RepresentationChanged;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;

/**
 * What an entry says that the rest of the history does not bear. It may be right all the same: from
 * its day on it is open whether it was so, until a later fact decides.
 *
 * @param effect what it would make of a state
 */
record Claim(UnaryOperator<RelationsState> effect, EdtfDate on, long entry) {
  private static final RelationsLifecycle LIFECYCLE = new RelationsLifecycle();

  static Claim of(DiscrepancyNoted noted, long entry) {
    UnaryOperator<RelationsState> effect =
        switch (noted.stated()) {
          case RECOGNITION -> Claim::recognized;
          case ESTABLISHMENT -> by(new RelationsStep.Established());
          case REPRESENTATION -> Claim::represented;
          case INTERRUPTION -> by(new RelationsStep.Interrupted());
          case SEVERANCE -> by(new RelationsStep.Severed());
          case RESUMPTION -> by(new RelationsStep.Resumed());
        };
    return new Claim(effect, noted.on(), entry);
  }

  /** What steps say without effect: those that cannot follow, and recognition after severance. */
  static List<Claim> within(Chronicle<RelationsState, RelationsStep> chronicle) {
    List<Claim> claims = new ArrayList<>();
    RelationsState state = LIFECYCLE.initial();
    for (Step<RelationsStep> step : chronicle.steps()) {
      if (LIFECYCLE.objection(state, step.what()) != null) {
        claims.add(new Claim(claimed(step.what()), step.on(), step.entry()));
      } else if (step.what() instanceof Recognized && state.relations() == SEVERED) {
        claims.add(new Claim(Claim::recognized, step.on(), step.entry()));
      } else {
        state = LIFECYCLE.after(state, step.what());
      }
    }
    return claims;
  }

  private static UnaryOperator<RelationsState> claimed(RelationsStep step) {
    return step instanceof RepresentationChanged(Representation level)
        ? state -> new RelationsState(represented(state).relations(), level)
        : by(step);
  }

  private static UnaryOperator<RelationsState> by(RelationsStep step) {
    return state -> LIFECYCLE.after(state, step);
  }

  /** Who recognizes a government after a severance has relations with it, or may have. */
  private static RelationsState recognized(RelationsState state) {
    return LIFECYCLE.after(
        state, state.relations() == SEVERED ? new RelationsStep.Established() : new Recognized());
  }

  /** A mission needs relations (Vienna Convention 1961, art. 2); at which level is not kept. */
  private static RelationsState represented(RelationsState state) {
    return new RelationsState(state.relations() == INTERRUPTED ? INTERRUPTED : ESTABLISHED, null);
  }

  /**
   * The states that it may have led to on a part of a stretch; none before it, nor once a later
   * step cannot have followed.
   *
   * @param stretches all of the history without it
   */
  Set<RelationsState> states(
      Stretch<RelationsState, RelationsStep> on,
      List<Stretch<RelationsState, RelationsStep>> stretches) {
    if (on.from().isBefore(this.on.earliest())) {
      return Set.of();
    }
    Set<RelationsState> states = followed(outset(stretches), on.happened());
    for (Step<RelationsStep> step : on.pending()) {
      states = union(states, followed(states, List.of(step)));
    }
    return states;
  }

  private Set<RelationsState> outset(List<Stretch<RelationsState, RelationsStep>> stretches) {
    return stretches.stream()
        .filter(s -> !s.from().isAfter(on.latest()) && s.to().isAfter(on.earliest()))
        .flatMap(stretch -> stretch.states().stream())
        .map(effect)
        .collect(Collectors.toSet());
  }

  /** Only steps that surely came later decide. */
  private Set<RelationsState> followed(
      Set<RelationsState> states, List<Step<RelationsStep>> steps) {
    Set<RelationsState> led = states;
    for (Step<RelationsStep> step : steps) {
      if (step.on().earliest().isAfter(on.latest()) && step.entry() != entry) {
        led =
            led.stream()
                .filter(state -> LIFECYCLE.objection(state, step.what()) == null)
                .map(state -> LIFECYCLE.after(state, step.what()))
                .collect(Collectors.toSet());
      }
    }
    return led;
  }

  private static Set<RelationsState> union(Set<RelationsState> some, Set<RelationsState> more) {
    List<RelationsState> all = new ArrayList<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }
}
