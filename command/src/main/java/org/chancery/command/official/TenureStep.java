package org.chancery.command.official;

import org.chancery.shared.Choice;

/** A change in who is in an office. */
enum TenureStep {
  APPOINTMENT,
  END_OF_APPOINTMENT;

  @Override
  public String toString() {
    return Choice.words(this);
  }
}
