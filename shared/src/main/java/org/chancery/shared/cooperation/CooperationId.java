package org.chancery.shared.cooperation;

import org.chancery.shared.Identifier;

/** The id of a cooperation, such as {@code us-ru-military}. */
public record CooperationId(String value) implements Identifier {

  public CooperationId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
