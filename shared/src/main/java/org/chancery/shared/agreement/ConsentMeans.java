package org.chancery.shared.agreement;

/**
 * How a party expresses its consent to be bound (Vienna Convention 1969, arts. 11 to 15), or takes
 * over that of its predecessor (Vienna Convention 1978).
 */
public enum ConsentMeans {
  RATIFICATION,
  ACCEPTANCE,
  APPROVAL,
  ACCESSION,
  SIGNATURE,
  EXCHANGE_OF_INSTRUMENTS,
  SUCCESSION
}
