package org.chancery.shared.sanction;

/** What sanctions consist of. */
public enum Measure {
  ASSET_FREEZE,
  TRAVEL_BAN,
  ARMS_EMBARGO,
  TRADE,
  FINANCIAL,
  SECTORAL,
  EXPULSION,
  OTHER
}
