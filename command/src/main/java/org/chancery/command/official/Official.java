package org.chancery.command.official;

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
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link OfficialState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Official {
  private @Nullable Subject subject;
  private DecisionModel<OfficialCommand, OfficialEvent, OfficialState> model =
      DecisionModel.of(OfficialCommand.class, OfficialEvent.class, new OfficialState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.RegisterOfficial command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.AppointOfficial command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.AttestOffice command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.EndAppointment command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = OfficialEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(OfficialCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
