package org.chancery.query.relationship;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.sanction.SanctionState;

/**
 * How two parties stand to each other in one word. The gravest thing that is so on the day decides:
 *
 * <ul>
 *   <li>ended: a party had ceased to exist;
 *   <li>severed: diplomatic relations are severed;
 *   <li>strained: they are interrupted, a cooperation is suspended or terminated, or sanctions of
 *       one on the other are in force or eased;
 *   <li>normal: they are established, or a cooperation is active;
 *   <li>unknown: nothing of this is recorded;
 *   <li>none: an entry says that there can be nothing of this;
 *   <li>indeterminate: dates or discrepancies leave it open between several of these.
 * </ul>
 */
public enum RelationshipStatus {
  NONE,
  UNKNOWN,
  NORMAL,
  STRAINED,
  SEVERED,
  ENDED,
  INDETERMINATE;

  /** Every status that may be, least grave first. */
  static List<RelationshipStatus> possible(Relations relations, Ties ties) {
    Set<RelationshipStatus> possible = new TreeSet<>();
    relations.states().forEach(state -> possible.add(of(state)));
    ties.cooperations()
        .forEach(each -> add(possible, each.states().stream().map(RelationshipStatus::of)));
    ties.sanctions()
        .forEach(each -> add(possible, each.states().stream().map(RelationshipStatus::of)));
    return List.copyOf(possible);
  }

  /** Adds a tie of which one of some states is so, whichever of the others is. */
  private static void add(Set<RelationshipStatus> possible, Stream<RelationshipStatus> states) {
    List<RelationshipStatus> before = List.copyOf(possible);
    possible.clear();
    states.forEach(state -> before.forEach(status -> possible.add(graver(status, state))));
  }

  private static RelationshipStatus graver(RelationshipStatus one, RelationshipStatus other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static RelationshipStatus of(RelationsStatus relations) {
    return switch (relations) {
      case NONE -> NONE;
      case UNKNOWN, RECOGNIZED -> UNKNOWN;
      case ESTABLISHED -> NORMAL;
      case INTERRUPTED -> STRAINED;
      case SEVERED -> SEVERED;
      case ENDED -> ENDED;
      case INDETERMINATE -> INDETERMINATE;
    };
  }

  private static RelationshipStatus of(SanctionState sanctions) {
    return switch (sanctions) {
      case NONE, THREATENED, SUSPENDED, LIFTED -> NONE;
      case IN_FORCE, EASED -> STRAINED;
    };
  }

  private static RelationshipStatus of(CooperationState cooperation) {
    return switch (cooperation) {
      case NONE -> NONE;
      case ACTIVE -> NORMAL;
      case SUSPENDED, TERMINATED -> STRAINED;
    };
  }
}
