package org.chancery.command.meeting;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.DecisionModel;
import org.chancery.command.PreconditionChecker;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link MeetingState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Meeting {
  private @Nullable Subject subject;
  private DecisionModel<MeetingCommand, MeetingEvent, MeetingState> model =
      DecisionModel.of(MeetingCommand.class, MeetingEvent.class, new MeetingState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.ScheduleMeeting command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.RescheduleMeeting command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.CancelMeeting command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.RecordMeetingHeld command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.ExcludeParty command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = MeetingEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(MeetingCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
