package org.chancery.command.statement;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.statement.StatementCommand;
import org.chancery.shared.statement.StatementEvent;

/** Decides by its {@link StatementHistory}. */
@Aggregate(cache = "aggregates")
final class Statement extends LedgerAggregate<StatementCommand, StatementEvent, StatementHistory> {

  Statement() {
    super(StatementCommand.class, StatementEvent.class, StatementHistory.NONE);
  }

  @CommandHandler(commandName = StatementEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
