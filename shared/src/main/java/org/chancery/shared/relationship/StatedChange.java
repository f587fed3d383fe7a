package org.chancery.shared.relationship;

/** What a source states to have changed between two parties. */
public enum StatedChange {
  RECOGNITION,
  ESTABLISHMENT,
  REPRESENTATION,
  INTERRUPTION,
  SEVERANCE,
  RESUMPTION
}
