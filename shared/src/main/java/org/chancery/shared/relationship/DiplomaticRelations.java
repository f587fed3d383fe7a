package org.chancery.shared.relationship;

/** How diplomatic relations between two parties stand on a day. */
public enum DiplomaticRelations {
  NONE,
  RECOGNIZED,
  ESTABLISHED,
  INTERRUPTED,
  SEVERED
}
