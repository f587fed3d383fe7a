package org.chancery.gift;

import org.chancery.shared.Identifier;

/** The id of a gift, such as {@code resolute-desk}. */
public record GiftId(String value) implements Identifier {

  public GiftId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
