package org.chancery.command.official;

import static org.chancery.command.official.Tenure.IN_OFFICE;
import static org.chancery.command.official.Tenure.OUT_OF_OFFICE;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** An office is taken up, and left again before it is taken up anew. */
final class TenureLifecycle implements Lifecycle<Tenure, TenureStep> {

  @Override
  public Tenure initial() {
    return OUT_OF_OFFICE;
  }

  @Override
  public @Nullable RefusalCode objection(Tenure tenure, TenureStep step) {
    return switch (step) {
      case APPOINTMENT -> tenure == IN_OFFICE ? RefusalCode.ALREADY_EXISTS : null;
      case END_OF_APPOINTMENT -> tenure == OUT_OF_OFFICE ? RefusalCode.OFFICE_NOT_HELD : null;
    };
  }

  @Override
  public Tenure after(Tenure tenure, TenureStep step) {
    return switch (step) {
      case APPOINTMENT -> IN_OFFICE;
      case END_OF_APPOINTMENT -> OUT_OF_OFFICE;
    };
  }
}
