package org.chancery.shared.cooperation;

/** How a cooperation stands on a day. */
public enum CooperationState {
  NONE,
  ACTIVE,
  SUSPENDED,
  TERMINATED
}
