package org.chancery.command.party;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyEvent;

/** Decides by its {@link PartyState}. */
@Aggregate(cache = "aggregates")
final class Party extends LedgerAggregate<PartyCommand, PartyEvent, PartyState> {

  Party() {
    super(PartyCommand.class, PartyEvent.class, new PartyState.Unknown());
  }

  @CommandHandler(commandName = PartyEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
