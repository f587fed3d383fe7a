package org.chancery.shared.mission;

import org.chancery.shared.Identifier;

/**
 * Tells apart the terms of one person at the head of one mission: a number, or the id that a source
 * has, such as {@code ru-1943-harr-01}.
 */
public record TermId(String value) implements Identifier {

  public TermId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
