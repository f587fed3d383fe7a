package org.chancery.command.official;

import java.util.Locale;

/** A change in who is in an office. */
enum TenureStep {
  APPOINTMENT,
  END_OF_APPOINTMENT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
