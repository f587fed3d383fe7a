package org.chancery.shared.entry;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.chancery.shared.Subject;
import org.chancery.shared.precondition.Reference;

/** A wish to make an entry. It is judged against history and either accepted whole or refused. */
public interface LedgerCommand {

  @TargetAggregateIdentifier
  Subject subject();

  /** What the command names beyond its subject and takes for granted. */
  List<Reference> references();
}
