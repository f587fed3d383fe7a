package org.chancery.shared.agreement;

/** What an agreement is on a day, whoever is bound by it. */
public enum AgreementState {
  NONE,
  ADOPTED,
  PROVISIONALLY_APPLIED,
  IN_FORCE,
  SUSPENDED,
  TERMINATED
}
