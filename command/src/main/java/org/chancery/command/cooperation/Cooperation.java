package org.chancery.command.cooperation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.LedgerCommand;

/** Decides by its {@link CooperationHistory}. */
@Aggregate(cache = "aggregates")
final class Cooperation
    extends LedgerAggregate<CooperationCommand, CooperationEvent, CooperationHistory> {

  Cooperation() {
    super(CooperationCommand.class, CooperationEvent.class, CooperationHistory.NONE);
  }

  @CommandHandler(commandName = CooperationEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
