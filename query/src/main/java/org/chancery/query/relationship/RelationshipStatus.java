package org.chancery.query.relationship;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.relationship.DiplomaticRelations;

/**
 * How two parties stand to each other in one word. The gravest thing that is so on the day decides:
 *
 * <ul>
 *   <li>severed: diplomatic relations are severed;
 *   <li>strained: they are interrupted, or a cooperation is suspended or terminated;
 *   <li>normal: they are established, or a cooperation is active;
 *   <li>none: nothing of this;
 *   <li>indeterminate: the dates leave it open between several of these.
 * </ul>
 */
public enum RelationshipStatus {
  NONE,
  NORMAL,
  STRAINED,
  SEVERED,
  INDETERMINATE;

  /** Every status that the dates allow, least grave first. */
  static List<RelationshipStatus> possible(
      Relations relations, List<CooperationView> cooperations) {
    Set<RelationshipStatus> possible = new TreeSet<>();
    relations.states().forEach(state -> possible.add(of(state)));
    for (CooperationView cooperation : cooperations) {
      Set<RelationshipStatus> graver = new TreeSet<>();
      for (CooperationState state : cooperation.states()) {
        possible.forEach(status -> graver.add(graver(status, of(state))));
      }
      possible.clear();
      possible.addAll(graver);
    }
    return List.copyOf(possible);
  }

  private static RelationshipStatus graver(RelationshipStatus one, RelationshipStatus other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static RelationshipStatus of(DiplomaticRelations relations) {
    return switch (relations) {
      case NONE, RECOGNIZED -> NONE;
      case ESTABLISHED -> NORMAL;
      case INTERRUPTED -> STRAINED;
      case SEVERED -> SEVERED;
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
