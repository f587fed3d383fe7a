package org.chancery.command.meeting;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.Dossier;
import org.chancery.command.Judge;
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
  private Dossier<MeetingCommand, MeetingEvent, MeetingState> dossier =
      Dossier.of(MeetingCommand.class, MeetingEvent.class, new MeetingState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.ScheduleMeeting command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.RescheduleMeeting command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.CancelMeeting command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.RecordMeetingHeld command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MeetingCommand.ExcludeParty command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler(commandName = MeetingEvent.CONCEPT)
  void handle(EntryCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    dossier = dossier.after(event, version);
  }

  private void decide(MeetingCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }
}
