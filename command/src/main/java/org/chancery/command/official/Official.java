package org.chancery.command.official;

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
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link OfficialState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Official {
  private @Nullable Subject subject;
  private Dossier<OfficialCommand, OfficialEvent, OfficialState> dossier =
      Dossier.of(OfficialCommand.class, OfficialEvent.class, new OfficialState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.RegisterOfficial command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.AppointOfficial command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.AttestOffice command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.EndAppointment command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler(commandName = OfficialEvent.CONCEPT)
  void handle(EntryCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    dossier = dossier.after(event, version);
  }

  private void decide(OfficialCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }
}
