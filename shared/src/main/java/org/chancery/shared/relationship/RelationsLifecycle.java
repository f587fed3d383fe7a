package org.chancery.shared.relationship;

import static org.chancery.shared.relationship.DiplomaticRelations.ESTABLISHED;
import static org.chancery.shared.relationship.DiplomaticRelations.INTERRUPTED;
import static org.chancery.shared.relationship.DiplomaticRelations.RECOGNIZED;
import static org.chancery.shared.relationship.DiplomaticRelations.SEVERED;
import static org.chancery.shared.relationship.DiplomaticRelations.UNKNOWN;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * Relations between two parties. Missions need relations, and severance withdraws them (Vienna
 * Convention 1961, arts. 2 and 45); interests sections, liaison offices and consulates need none.
 */
public final class RelationsLifecycle implements Lifecycle<RelationsState, RelationsStep> {

  @Override
  public RelationsState initial() {
    return new RelationsState(UNKNOWN, null);
  }

  @Override
  public @Nullable RefusalCode objection(RelationsState state, RelationsStep step) {
    return switch (step) {
      case RelationsStep.Recognized() -> null;
      case RelationsStep.Established() -> exist(state) ? RefusalCode.ALREADY_ESTABLISHED : null;
      case RelationsStep.RepresentationChanged(Representation level) ->
          level.needsRelations() ? needsRelations(state) : null;
      case RelationsStep.Interrupted() ->
          state.relations() == INTERRUPTED
              ? RefusalCode.ALREADY_INTERRUPTED
              : needsRelations(state);
      case RelationsStep.Severed() -> needsRelations(state);
      case RelationsStep.Resumed() -> notResumable(state);
    };
  }

  @Override
  public RelationsState after(RelationsState state, RelationsStep step) {
    return switch (step) {
      case RelationsStep.Recognized() ->
          state.relations() == UNKNOWN ? state.with(RECOGNIZED) : state;
      case RelationsStep.Established(), RelationsStep.Resumed() -> begun(state);
      case RelationsStep.RepresentationChanged(Representation level) -> state.with(level);
      case RelationsStep.Interrupted() -> state.with(INTERRUPTED);
      case RelationsStep.Severed() ->
          state.level() != null && state.level().needsRelations()
              ? new RelationsState(SEVERED, Representation.NONE)
              : state.with(SEVERED);
    };
  }

  /** Missions may be opened from then on, so that there were none says nothing any more. */
  private static RelationsState begun(RelationsState state) {
    return state.level() == Representation.NONE
        ? new RelationsState(ESTABLISHED, null)
        : state.with(ESTABLISHED);
  }

  private static boolean exist(RelationsState state) {
    return state.relations() == ESTABLISHED || state.relations() == INTERRUPTED;
  }

  private static @Nullable RefusalCode needsRelations(RelationsState state) {
    if (state.relations() == SEVERED) {
      return RefusalCode.RELATIONS_SEVERED;
    }
    return exist(state) ? null : RefusalCode.RELATIONS_NOT_ESTABLISHED;
  }

  private static @Nullable RefusalCode notResumable(RelationsState state) {
    return switch (state.relations()) {
      case SEVERED, INTERRUPTED -> null;
      case ESTABLISHED -> RefusalCode.ALREADY_ESTABLISHED;
      case UNKNOWN, RECOGNIZED -> RefusalCode.RELATIONS_NOT_ESTABLISHED;
    };
  }
}
