package org.chancery.shared;

/** The id of a conference, such as {@code bonn-2017-g20}. */
public record ConferenceId(String value) implements Identifier {

  public ConferenceId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
