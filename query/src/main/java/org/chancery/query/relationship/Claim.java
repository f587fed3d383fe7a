package org.chancery.query.relationship;

import static org.chancery.shared.relationship.DiplomaticRelations.ESTABLISHED;
import static org.chancery.shared.relationship.DiplomaticRelations.INTERRUPTED;
import static org.chancery.shared.relationship.DiplomaticRelations.SEVERED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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

  /** True where it may already have been so on a part of a stretch. */
  boolean mayHold(Stretch<RelationsState, RelationsStep> on) {
    return !on.from().isBefore(this.on.earliest());
  }

  /** True where the other may have come before it, so that it may follow from the other. */
  boolean mayFollow(Claim other) {
    return entry != other.entry && !other.on.earliest().isAfter(on.latest());
  }

  /** The parts of the history in which its day may lie. */
  List<Stretch<RelationsState, RelationsStep>> within(
      List<Stretch<RelationsState, RelationsStep>> stretches) {
    return stretches.stream()
        .filter(s -> !s.from().isAfter(on.latest()) && s.to().isAfter(on.earliest()))
        .toList();
  }

  /** What it makes of what might be; all else is as it was before. */
  Possible madeOf(Possible before) {
    return before.map(effect).citing(entry);
  }

  /**
   * What it may have led to on a part of a stretch; nothing once a later step cannot have followed.
   *
   * @param outset what it had made of what was before
   */
  Possible ledTo(Possible outset, Stretch<RelationsState, RelationsStep> on) {
    Possible certain = followed(outset, on.happened());
    Possible led = certain.copy();
    for (Step<RelationsStep> step : on.pending()) {
      led.add(followed(led, List.of(step)));
    }
    return led;
  }

  /** Only steps that surely came later decide. */
  private Possible followed(Possible states, List<Step<RelationsStep>> steps) {
    Possible led = states;
    for (Step<RelationsStep> step : steps) {
      if (step.on().earliest().isAfter(on.latest()) && step.entry() != entry) {
        led =
            led.only(state -> LIFECYCLE.objection(state, step.what()) == null)
                .map(state -> LIFECYCLE.after(state, step.what()));
      }
    }
    return led;
  }
}
