package org.chancery.command.trip;

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
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link TripState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Trip {
  private @Nullable Subject subject;
  private DecisionModel<TripCommand, TripEvent, TripState> model =
      DecisionModel.of(TripCommand.class, TripEvent.class, new TripState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.PlanTrip command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.RecordTrip command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.AddStop command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.CorroborateTrip command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.CancelTrip command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = TripEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(TripCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
