package org.chancery.command.relationship;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipEvent;

/** Decides by its {@link RelationshipHistory}. */
@Aggregate(cache = "aggregates")
final class Relationship
    extends LedgerAggregate<RelationshipCommand, RelationshipEvent, RelationshipHistory> {

  Relationship() {
    super(RelationshipCommand.class, RelationshipEvent.class, RelationshipHistory.NONE);
  }

  @CommandHandler(commandName = RelationshipEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
