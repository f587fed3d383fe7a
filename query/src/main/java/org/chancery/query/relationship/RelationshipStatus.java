package org.chancery.query.relationship;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.cooperation.CooperationState;

/**
 * How two parties stand to each other in one word. The gravest thing that is so on the day decides:
 *
 * <ul>
 *   <li>ended: a party had ceased to exist;
 *   <li>severed: diplomatic relations are severed;
 *   <li>strained: they are interrupted, or a cooperation is suspended or terminated;
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

  private static RelationshipStatus of(CooperationState cooperation) {
    return switch (cooperation) {
      case NONE -> NONE;
      case ACTIVE -> NORMAL;
      case SUSPENDED, TERMINATED -> STRAINED;
    };
  }
}
