package org.chancery.shared.statement;

/** On what terms a speaker may be quoted. */
public enum AttributionTerms {
  /** By name. */
  ON_THE_RECORD,
  /** By a description, such as "a senior State Department official". */
  ON_BACKGROUND,
  /** Not at all: what is said is reported without saying by whom. */
  UNATTRIBUTED
}
