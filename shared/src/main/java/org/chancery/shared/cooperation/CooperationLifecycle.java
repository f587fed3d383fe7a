package org.chancery.shared.cooperation;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** Established once; suspended and resumed any number of times; terminated for good. */
public final class CooperationLifecycle implements Lifecycle<CooperationState, CooperationStep> {

  @Override
  public CooperationState initial() {
    return CooperationState.NONE;
  }

  @Override
  public @Nullable RefusalCode objection(CooperationState state, CooperationStep step) {
    return switch (step) {
      case ESTABLISHED -> state == CooperationState.NONE ? null : RefusalCode.ALREADY_ESTABLISHED;
      case SUSPENDED ->
          state == CooperationState.ACTIVE ? null : RefusalCode.COOPERATION_NOT_ACTIVE;
      case RESUMED -> state == CooperationState.SUSPENDED ? null : RefusalCode.NOT_SUSPENDED;
      case TERMINATED ->
          state == CooperationState.ACTIVE || state == CooperationState.SUSPENDED
              ? null
              : RefusalCode.COOPERATION_NOT_ACTIVE;
    };
  }

  @Override
  public CooperationState after(CooperationState state, CooperationStep step) {
    return switch (step) {
      case ESTABLISHED, RESUMED -> CooperationState.ACTIVE;
      case SUSPENDED -> CooperationState.SUSPENDED;
      case TERMINATED -> CooperationState.TERMINATED;
    };
  }
}
