package org.chancery.shared.relationship;

/** The level at which one party is represented in the other, lowest first. */
public enum Representation {
  NONE,
  CONSULATE,
  INTERESTS_SECTION,
  LIAISON_OFFICE,
  LEGATION,
  EMBASSY;

  /** Permanent missions need diplomatic relations (Vienna Convention 1961, art. 2). */
  public boolean needsRelations() {
    return this == LEGATION || this == EMBASSY;
  }
}
