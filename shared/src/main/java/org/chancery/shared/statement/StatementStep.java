package org.chancery.shared.statement;

import java.util.Locale;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;

/** A change in a statement. */
public enum StatementStep {
  MADE,
  WITHDRAWN;

  /** What an event changes. */
  public static StatementStep of(StatementEvent event) {
    return switch (event) {
      case StatementMade _ -> MADE;
      case StatementWithdrawn _ -> WITHDRAWN;
    };
  }

  @Override
  public String toString() {
    return "statement " + name().toLowerCase(Locale.ROOT);
  }
}
