package org.chancery.shared.trip;

import org.chancery.shared.Identifier;

/** The id of a trip. */
public record TripId(String value) implements Identifier {

  public TripId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
