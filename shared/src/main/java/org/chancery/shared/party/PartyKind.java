package org.chancery.shared.party;

/** What kind of subject of international law a party is. */
public enum PartyKind {
  STATE,
  ORGANIZATION
}
