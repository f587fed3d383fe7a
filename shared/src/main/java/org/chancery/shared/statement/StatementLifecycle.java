package org.chancery.shared.statement;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** Made once, and perhaps taken back for good. */
public final class StatementLifecycle implements Lifecycle<StatementState, StatementStep> {

  @Override
  public StatementState initial() {
    return StatementState.NONE;
  }

  @Override
  public @Nullable RefusalCode objection(StatementState state, StatementStep step) {
    return switch (step) {
      case MADE -> state == StatementState.NONE ? null : RefusalCode.ALREADY_EXISTS;
      case WITHDRAWN ->
          switch (state) {
            case NONE -> RefusalCode.STATEMENT_NOT_MADE;
            case STANDING -> null;
            case WITHDRAWN -> RefusalCode.STATEMENT_WITHDRAWN;
          };
    };
  }

  @Override
  public StatementState after(StatementState state, StatementStep step) {
    return switch (step) {
      case MADE -> StatementState.STANDING;
      case WITHDRAWN -> StatementState.WITHDRAWN;
    };
  }
}
