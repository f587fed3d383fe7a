package org.chancery.shared.party;

/** What kind of party one is. */
public enum PartyKind {
  STATE,
  ORGANIZATION,
  /** One that takes part or is spoken of, such as an armed group, and is never recognized. */
  NON_STATE
}
