package org.chancery.shared;

/** The id of a person, such as {@code tillerson-rex-w}. */
public record OfficialId(String value) implements Identifier, Person {

  public OfficialId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
