package org.chancery.command.cooperation;

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
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.EntryCommand;
import org.jspecify.annotations.Nullable;

/** A shell around {@link CooperationHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Cooperation {
  private @Nullable Subject subject;
  private Dossier<CooperationCommand, CooperationEvent, CooperationHistory> dossier =
      Dossier.of(CooperationCommand.class, CooperationEvent.class, CooperationHistory.NONE);

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.EstablishCooperation command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.SuspendCooperation command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.ResumeCooperation command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.TerminateCooperation command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler(commandName = CooperationEvent.CONCEPT)
  void handle(EntryCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    dossier = dossier.after(event, version);
  }

  private void decide(CooperationCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }
}
