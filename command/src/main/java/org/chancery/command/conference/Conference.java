package org.chancery.command.conference;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.conference.ConferenceCommand;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.entry.LedgerCommand;

/** Decides by its {@link ConferenceState}. */
@Aggregate(cache = "aggregates")
final class Conference
    extends LedgerAggregate<ConferenceCommand, ConferenceEvent, ConferenceState> {

  Conference() {
    super(ConferenceCommand.class, ConferenceEvent.class, new ConferenceState.Unknown());
  }

  @CommandHandler(commandName = ConferenceEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
