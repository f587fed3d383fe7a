package org.chancery.command.decision;

import java.util.List;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.Reference;
import org.chancery.shared.Refusal;

/** Knows the parties and officials that one subject's history does not tell of. */
public interface PreconditionChecker {

  /** Fails as {@link Refusal} where any of what the command takes for granted does not hold. */
  void check(LedgerCommand command, List<Reference> taken);
}
