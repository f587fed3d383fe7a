package org.chancery.command.trip;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.shared.Subject;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link TripState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Trip {
  private @Nullable Subject subject;
  private TripState state = new TripState.Unknown();

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.PlanTrip command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.RecordTrip command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.AddStop command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(TripCommand.CancelTrip command) {
    decide(command);
  }

  @EventSourcingHandler
  void on(TripEvent event, @SequenceNumber long version) {
    subject = event.subject();
    state = state.after(event, version);
  }

  private void decide(TripCommand command) {
    state.decide(command).forEach(AggregateLifecycle::apply);
  }
}
