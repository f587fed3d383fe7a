package org.chancery.shared.relationship;

/** How diplomatic relations between two parties stand on a day, by what is recorded of them. */
public enum DiplomaticRelations {
  /** Nothing is recorded. That there were none is not said by that. */
  UNKNOWN,
  RECOGNIZED,
  ESTABLISHED,
  INTERRUPTED,
  SEVERED
}
