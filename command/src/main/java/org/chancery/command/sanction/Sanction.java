package org.chancery.command.sanction;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.sanction.SanctionCommand;
import org.chancery.shared.sanction.SanctionEvent;

/** Decides by its {@link SanctionHistory}. */
@Aggregate(cache = "aggregates")
final class Sanction extends LedgerAggregate<SanctionCommand, SanctionEvent, SanctionHistory> {

  Sanction() {
    super(SanctionCommand.class, SanctionEvent.class, SanctionHistory.NONE);
  }

  @CommandHandler(commandName = SanctionEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
