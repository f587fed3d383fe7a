package org.chancery.shared.relationship;

import static org.chancery.shared.relationship.DiplomaticRelations.ESTABLISHED;
import static org.chancery.shared.relationship.DiplomaticRelations.INTERRUPTED;
import static org.chancery.shared.relationship.DiplomaticRelations.NONE;
import static org.chancery.shared.relationship.DiplomaticRelations.RECOGNIZED;
import static org.chancery.shared.relationship.DiplomaticRelations.SEVERED;

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
    return new RelationsState(NONE, Representation.NONE);
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
      case RelationsStep.Recognized() -> state.relations() == NONE ? state.with(RECOGNIZED) : state;
      case RelationsStep.Established() -> state.with(ESTABLISHED);
      case RelationsStep.RepresentationChanged(Representation level) -> state.with(level);
      case RelationsStep.Interrupted() -> state.with(INTERRUPTED);
      case RelationsStep.Severed() ->
          state.level().needsRelations()
              ? new RelationsState(SEVERED, Representation.NONE)
              : state.with(SEVERED);
      case RelationsStep.Resumed() -> state.with(ESTABLISHED);
    };
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
      case NONE, RECOGNIZED -> RefusalCode.RELATIONS_NOT_ESTABLISHED;
    };
  }
}
