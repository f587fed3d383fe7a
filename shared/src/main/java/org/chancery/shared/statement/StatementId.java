package org.chancery.shared.statement;

import org.chancery.shared.Identifier;

/** The id of a statement, such as {@code lavrov-2017-01}. */
public record StatementId(String value) implements Identifier {

  public StatementId {
    Identifier.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
