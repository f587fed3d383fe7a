package org.chancery.shared.trip;

import org.chancery.shared.Identifier;
import org.chancery.shared.Subject;

/** The id of a trip. */
public record TripId(String value) implements Identifier {

  public TripId {
    Identifier.checked(value);
  }

  public Subject subject() {
    return new Subject(TripEvent.CONCEPT, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
