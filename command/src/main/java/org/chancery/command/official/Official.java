package org.chancery.command.official;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialEvent;

/** Decides by its {@link OfficialState}. */
@Aggregate(cache = "aggregates")
final class Official extends LedgerAggregate<OfficialCommand, OfficialEvent, OfficialState> {

  Official() {
    super(OfficialCommand.class, OfficialEvent.class, new OfficialState.Unknown());
  }

  @CommandHandler(commandName = OfficialEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
