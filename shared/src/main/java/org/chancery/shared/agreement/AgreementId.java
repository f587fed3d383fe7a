package org.chancery.shared.agreement;

import org.chancery.shared.Identifier;

/** The id of an agreement, such as {@code inf-treaty}. */
public record AgreementId(String value) implements Identifier {

  public AgreementId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
