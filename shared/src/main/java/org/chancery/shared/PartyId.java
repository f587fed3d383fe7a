package org.chancery.shared;

/** The id of a party, such as {@code united-states}. */
public record PartyId(String value) implements Identifier {

  public PartyId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
