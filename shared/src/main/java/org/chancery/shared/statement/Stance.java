package org.chancery.shared.statement;

/** How a speaker stands to what a statement is about. */
public enum Stance {
  SUPPORTS,
  OPPOSES,
  /** For it if something else is so. */
  CONDITIONAL,
  UNDECIDED,
  /** That it is so. */
  DENIES,
  /** To do it. */
  COMMITS,
  /** That others do it. */
  CALLS_FOR
}
