package org.chancery.shared;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish to make an entry. It is judged against history and either accepted whole or refused. */
public interface LedgerCommand {

  @TargetAggregateIdentifier
  Subject subject();

  /** What the command names beyond its subject and takes for granted. */
  List<Reference> references();
}
