package org.chancery.shared.mission;

/**
 * How the functions of a head of mission came to an end (Vienna Convention 1961, arts. 9, 43 and
 * 45).
 */
public enum MannerOfEnd {
  /** The sending party called the head back. */
  RECALLED,
  /** The head handed the letter of recall to the receiving party, or sent it. */
  PRESENTED_RECALL,
  LEFT_POST,
  /** The head gave charge of the mission to another. */
  RELINQUISHED_CHARGE,
  SUPERSEDED,
  /** The same person went on at another rank, under another commission. */
  RECOMMISSIONED,
  /** The commission ended by itself or by the sending party's act. */
  APPOINTMENT_TERMINATED,
  DIED,
  RELATIONS_INTERRUPTED,
  MISSION_CLOSED,
  /** The receiving party would no longer recognize the head. */
  DECLARED_PERSONA_NON_GRATA,
  /** The head never took the functions up. */
  DID_NOT_SERVE,
  UNSPECIFIED
}
