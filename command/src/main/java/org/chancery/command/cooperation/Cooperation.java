package org.chancery.command.cooperation;

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
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.EntryCommand;
import org.jspecify.annotations.Nullable;

/** A shell around {@link CooperationHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Cooperation {
  private @Nullable Subject subject;
  private DecisionModel<CooperationCommand, CooperationEvent, CooperationHistory> model =
      DecisionModel.of(CooperationCommand.class, CooperationEvent.class, CooperationHistory.NONE);

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.EstablishCooperation command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.SuspendCooperation command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.ResumeCooperation command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.TerminateCooperation command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = CooperationEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(CooperationCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
