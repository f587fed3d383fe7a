package org.chancery.shared.agreement;

/**
 * What a party has done about an agreement by a day. Bound is who has consented to be bound and has
 * not withdrawn; whether the agreement obliges them then depends on its own state.
 */
public enum PartyStanding {
  NONE,
  NEGOTIATING,
  SIGNATORY,
  BOUND,
  WITHDRAWN
}
