package org.chancery.shared.cooperation;

import java.util.Locale;

/** A change in a cooperation. */
public enum CooperationStep {
  ESTABLISHED,
  SUSPENDED,
  RESUMED,
  TERMINATED;

  @Override
  public String toString() {
    return "cooperation " + name().toLowerCase(Locale.ROOT);
  }
}
