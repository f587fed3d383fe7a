package org.chancery.shared;

/** Why a command was refused: history or meaning does not bear it. */
public enum RefusalCode implements ProblemCode {
  AGREEMENT_NOT_ADOPTED(Ground.HISTORY, "the agreement is not adopted by that time"),
  AGREEMENT_NOT_IN_FORCE(Ground.HISTORY, "the agreement is not in force at that time"),
  AGREEMENT_TERMINATED(Ground.HISTORY, "the agreement is terminated by that time"),
  AGREMENT_REFUSED(Ground.HISTORY, "the receiving party has refused its agrément to the person"),
  ALREADY_BOUND(Ground.HISTORY, "the party has consented to be bound by that time"),
  ALREADY_ESTABLISHED(Ground.HISTORY, "relations or a cooperation exist at that time"),
  ALREADY_EXISTS(
      Ground.HISTORY,
      "the subject is in the ledger; or another party has the code; or the office is held "
          + "already; or the trip has the stop"),
  ALREADY_IN_FORCE(
      Ground.HISTORY, "the agreement is in force, or provisionally applied, at that time"),
  ALREADY_IMPOSED(Ground.HISTORY, "the sanctions are in force, eased or suspended at that time"),
  ALREADY_INTERRUPTED(Ground.HISTORY, "relations are interrupted at that time"),
  ALREADY_NAMED(Ground.HISTORY, "the party goes by that name at that time"),
  ALREADY_SIGNED(Ground.HISTORY, "the party has signed or consented to be bound by that time"),
  BILATERAL_PARTY_COUNT(Ground.MEANING, "a bilateral meeting has two parties"),
  CONFERENCE_ALREADY_HELD(Ground.HISTORY, "the conference has been held"),
  CONFERENCE_CANCELLED(Ground.HISTORY, "the conference has been cancelled"),
  CONFLICTS_WITH_LATER_ENTRY(
      Ground.HISTORY,
      "what is dated later could no longer follow; or other entries rest on the registration, "
          + "or on the conference"),
  COOPERATION_NOT_ACTIVE(
      Ground.HISTORY,
      "at that time there is no active cooperation to suspend, or none to terminate"),
  ENTRY_SUPERSEDED(
      Ground.HISTORY, "the entry has been corrected or retracted; `entries` names by which"),
  FUNCTIONS_ENDED(Ground.HISTORY, "the functions of the head of mission have ended by that time"),
  HELD_IN_FUTURE(Ground.MEANING, "stated as past, but it has not come yet"),
  INVALID_DATE(
      Ground.MEANING,
      "not a date in EDTF, or not the single day or instant needed here; or an open end of "
          + "what was held"),
  INVALID_FIELDS(
      Ground.MEANING,
      "a field is missing, unknown or not of the form expected, or a filter asks for a "
          + "value outside its fixed choice; `errors` says which"),
  INVALID_ID(
      Ground.MEANING,
      "not an id: 1 to 64 of `a-z`, `0-9` and `-`; or not a key: 1 to 128 printable ASCII "
          + "characters"),
  MEETING_ALREADY_HELD(Ground.HISTORY, "the meeting has been held"),
  MEETING_CANCELLED(Ground.HISTORY, "the meeting has been cancelled"),
  NON_STATE_PARTY(
      Ground.MEANING, "a non-state party is not recognized and has no diplomatic relations"),
  NOTHING_CHANGED(
      Ground.MEANING, "the correction or account says just what one on record says already"),
  NOT_SIGNED(
      Ground.HISTORY,
      "the party has neither signed the agreement nor consented to be bound by it at that time"),
  NOT_SUSPENDED(
      Ground.HISTORY, "there is no suspension to end at that time, nor sanctions that were eased"),
  NO_SUCH_ACCOUNT(
      Ground.HISTORY, "the entry is no account of that fact, or was corrected or retracted"),
  OFFICE_NOT_HELD(Ground.HISTORY, "the official did not hold that office then"),
  PART_OF_ITSELF(Ground.MEANING, "a conference would lie within itself"),
  PARTY_EXCLUDED(
      Ground.HISTORY,
      "the party has been left out of the meeting; an official given without a party "
          + "counts for the one that they are known to have served on the day"),
  PARTY_NOT_EXTANT(Ground.HISTORY, "the party did not exist then; see below"),
  REASON_REQUIRED(Ground.MEANING, "the command needs a reason"),
  RELATIONS_NOT_ESTABLISHED(Ground.HISTORY, "there are no diplomatic relations at that time"),
  RELATIONS_SEVERED(Ground.HISTORY, "relations are severed at that time"),
  SANCTIONS_LIFTED(
      Ground.HISTORY,
      "the sanctions are lifted by that time; what is imposed anew has a record of its own"),
  SANCTIONS_NOT_IN_FORCE(
      Ground.HISTORY, "at that time there are no such sanctions to amend, ease, suspend or lift"),
  SELF_RELATION(
      Ground.MEANING,
      "a party has no relations or cooperation with itself, and imposes no sanctions on itself"),
  SOURCE_REQUIRED(Ground.MEANING, "neither a source nor an authority with its rationale"),
  STATEMENT_NOT_MADE(Ground.HISTORY, "at that time the statement had not been made"),
  STATEMENT_WITHDRAWN(Ground.HISTORY, "the statement has been taken back"),
  STEP_TAKEN(
      Ground.HISTORY, "the head of mission has taken that step, or a later one, at that time"),
  TOO_FEW_PARTIES(Ground.MEANING, "at least two are needed"),
  TRILATERAL_PARTY_COUNT(Ground.MEANING, "a trilateral meeting has three parties"),
  TRIP_CANCELLED(Ground.HISTORY, "the trip has been cancelled"),
  TRIP_TOOK_PLACE(Ground.HISTORY, "the trip took place"),
  UNKNOWN_CONFERENCE(
      Ground.MEANING,
      "a command or a question names a conference that is not on record; `suggestions` has "
          + "those that may be meant"),
  UNKNOWN_ENTRY(
      Ground.ABSENCE, "the journal holds no such entry; 422 where a command names it as a cause"),
  UNKNOWN_OFFICIAL(
      Ground.MEANING,
      "a command or a question names an official who is not registered; `suggestions` has "
          + "those that may be meant"),
  UNKNOWN_PARTY(
      Ground.MEANING,
      "a command or a question names a party that is not registered; 404 where a path "
          + "names it; `suggestions` has those that may be meant"),
  UNKNOWN_SUBJECT(
      Ground.ABSENCE,
      "the ledger does not hold the subject (at that as-of); 422 where a filter names it; "
          + "`suggestions` has those that may be meant"),
  VALID_TIME_REVERSED(
      Ground.MEANING,
      "it ends before it begins; so does a list's `from` that is surely after its `to`");

  /** What a refusal rests on. */
  public enum Ground {
    /** The command contradicts what is recorded. */
    HISTORY(409),
    /** The command means nothing, whatever is recorded. */
    MEANING(422),
    /** The command speaks of a subject that the ledger does not hold. */
    ABSENCE(404);

    private final int status;

    Ground(int status) {
      this.status = status;
    }
  }

  private final Ground ground;
  private final String meaning;

  RefusalCode(Ground ground, String meaning) {
    this.ground = ground;
    this.meaning = meaning;
  }

  public Ground ground() {
    return ground;
  }

  @Override
  public int status() {
    return ground.status;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
