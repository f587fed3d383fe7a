package org.chancery.gift;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;

/** Decides by its {@link GiftHistory}. */
@Aggregate(cache = "aggregates")
final class Gift extends LedgerAggregate<GiftCommand, GiftEvent, GiftHistory> {

  Gift() {
    super(GiftCommand.class, GiftEvent.class, GiftHistory.NONE);
  }

  @CommandHandler(commandName = GiftEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
