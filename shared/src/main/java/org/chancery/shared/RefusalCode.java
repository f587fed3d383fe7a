package org.chancery.shared;

/** Why a command was refused. Codes are permanent: programs outside branch on them. */
public enum RefusalCode {
  ALREADY_ESTABLISHED(Ground.HISTORY),
  ALREADY_EXISTS(Ground.HISTORY),
  ALREADY_INTERRUPTED(Ground.HISTORY),
  BILATERAL_PARTY_COUNT(Ground.MEANING),
  CONFLICTS_WITH_LATER_ENTRY(Ground.HISTORY),
  COOPERATION_NOT_ACTIVE(Ground.HISTORY),
  ENTRY_SUPERSEDED(Ground.HISTORY),
  HELD_IN_FUTURE(Ground.MEANING),
  INVALID_DATE(Ground.MEANING),
  INVALID_FIELDS(Ground.MEANING),
  INVALID_ID(Ground.MEANING),
  MEETING_ALREADY_HELD(Ground.HISTORY),
  MEETING_CANCELLED(Ground.HISTORY),
  NOTHING_CHANGED(Ground.MEANING),
  NOT_SUSPENDED(Ground.HISTORY),
  OFFICE_NOT_HELD(Ground.HISTORY),
  PARTY_EXCLUDED(Ground.HISTORY),
  PARTY_NOT_EXTANT(Ground.HISTORY),
  REASON_REQUIRED(Ground.MEANING),
  RELATIONS_NOT_ESTABLISHED(Ground.HISTORY),
  RELATIONS_SEVERED(Ground.HISTORY),
  SELF_RELATION(Ground.MEANING),
  SOURCE_REQUIRED(Ground.MEANING),
  TOO_FEW_PARTIES(Ground.MEANING),
  TRILATERAL_PARTY_COUNT(Ground.MEANING),
  TRIP_CANCELLED(Ground.HISTORY),
  TRIP_TOOK_PLACE(Ground.HISTORY),
  UNKNOWN_ENTRY(Ground.ABSENCE),
  UNKNOWN_OFFICIAL(Ground.MEANING),
  UNKNOWN_PARTY(Ground.MEANING),
  UNKNOWN_SUBJECT(Ground.ABSENCE),
  VALID_TIME_REVERSED(Ground.MEANING);

  /** What a refusal rests on. */
  public enum Ground {
    /** The command contradicts what is recorded. */
    HISTORY,
    /** The command means nothing, whatever is recorded. */
    MEANING,
    /** The command speaks of a subject that the ledger does not hold. */
    ABSENCE
  }

  private final Ground ground;

  RefusalCode(Ground ground) {
    this.ground = ground;
  }

  public Ground ground() {
    return ground;
  }
}
