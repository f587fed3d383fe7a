package org.chancery.command.mission;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionEvent;

/** Decides by its {@link MissionHistory}. */
@Aggregate(cache = "aggregates")
final class Mission extends LedgerAggregate<MissionCommand, MissionEvent, MissionHistory> {

  Mission() {
    super(MissionCommand.class, MissionEvent.class, MissionHistory.NONE);
  }

  @CommandHandler(commandName = MissionEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
