package org.chancery.shared.sanction;

import org.chancery.shared.Identifier;

/** The id of sanctions, such as {@code eu-ru-2014}. */
public record SanctionId(String value) implements Identifier {

  public SanctionId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
