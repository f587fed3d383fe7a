package org.chancery.command.decision;

import java.util.List;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;

/** Knows the parties and officials that one subject's history does not tell of. */
public interface PreconditionChecker {

  /** Fails as {@link Refusal} where any of what the command takes for granted does not hold. */
  void check(LedgerCommand command, List<Reference> taken);
}
