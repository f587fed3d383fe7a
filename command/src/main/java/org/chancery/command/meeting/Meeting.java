package org.chancery.command.meeting;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingEvent;

/** Decides by its {@link MeetingState}. */
@Aggregate(cache = "aggregates")
final class Meeting extends LedgerAggregate<MeetingCommand, MeetingEvent, MeetingState> {

  Meeting() {
    super(MeetingCommand.class, MeetingEvent.class, new MeetingState.Unknown());
  }

  @CommandHandler(commandName = MeetingEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
