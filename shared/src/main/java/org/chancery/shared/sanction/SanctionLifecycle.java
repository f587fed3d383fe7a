package org.chancery.shared.sanction;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * Imposed once, perhaps after a threat; amended, eased, suspended and reinstated any number of
 * times; lifted for good.
 */
public final class SanctionLifecycle implements Lifecycle<SanctionState, SanctionStep> {

  @Override
  public SanctionState initial() {
    return SanctionState.NONE;
  }

  @Override
  public @Nullable RefusalCode objection(SanctionState state, SanctionStep step) {
    boolean imposed = isImposed(state);
    return switch (step) {
      case THREATENED ->
          state == SanctionState.THREATENED ? RefusalCode.ALREADY_EXISTS : notImposable(state);
      case IMPOSED -> notImposable(state);
      case AMENDED -> imposed ? null : RefusalCode.SANCTIONS_NOT_IN_FORCE;
      case EASED, SUSPENDED ->
          imposed && state != SanctionState.SUSPENDED ? null : RefusalCode.SANCTIONS_NOT_IN_FORCE;
      case REINSTATED ->
          imposed && state != SanctionState.IN_FORCE ? null : RefusalCode.NOT_SUSPENDED;
      case LIFTED ->
          imposed || state == SanctionState.THREATENED ? null : RefusalCode.SANCTIONS_NOT_IN_FORCE;
    };
  }

  private static boolean isImposed(SanctionState state) {
    return switch (state) {
      case IN_FORCE, EASED, SUSPENDED -> true;
      case NONE, THREATENED, LIFTED -> false;
    };
  }

  private static @Nullable RefusalCode notImposable(SanctionState state) {
    return switch (state) {
      case NONE, THREATENED -> null;
      case IN_FORCE, EASED, SUSPENDED -> RefusalCode.ALREADY_IMPOSED;
      case LIFTED -> RefusalCode.SANCTIONS_LIFTED;
    };
  }

  @Override
  public SanctionState after(SanctionState state, SanctionStep step) {
    return switch (step) {
      case THREATENED -> SanctionState.THREATENED;
      case IMPOSED, REINSTATED -> SanctionState.IN_FORCE;
      case AMENDED -> state;
      case EASED -> SanctionState.EASED;
      case SUSPENDED -> SanctionState.SUSPENDED;
      case LIFTED -> SanctionState.LIFTED;
    };
  }
}
