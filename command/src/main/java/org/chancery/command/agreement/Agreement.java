package org.chancery.command.agreement;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.agreement.AgreementCommand;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.entry.LedgerCommand;

/** Decides by its {@link AgreementHistory}. */
@Aggregate(cache = "aggregates")
final class Agreement extends LedgerAggregate<AgreementCommand, AgreementEvent, AgreementHistory> {

  Agreement() {
    super(AgreementCommand.class, AgreementEvent.class, AgreementHistory.NONE);
  }

  @CommandHandler(commandName = AgreementEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
