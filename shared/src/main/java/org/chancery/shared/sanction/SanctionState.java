package org.chancery.shared.sanction;

/** What sanctions are on a day; lifted are those, too, whose threat was taken back. */
public enum SanctionState {
  NONE,
  THREATENED,
  IN_FORCE,
  EASED,
  SUSPENDED,
  LIFTED
}
