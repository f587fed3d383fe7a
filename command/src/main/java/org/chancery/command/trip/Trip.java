package org.chancery.command.trip;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.decision.LedgerAggregate;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripEvent;

/** Decides by its {@link TripState}. */
@Aggregate(cache = "aggregates")
final class Trip extends LedgerAggregate<TripCommand, TripEvent, TripState> {

  Trip() {
    super(TripCommand.class, TripEvent.class, new TripState.Unknown());
  }

  @CommandHandler(commandName = TripEvent.CONCEPT)
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(LedgerCommand command, PreconditionChecker checker) {
    decide(command, checker);
  }
}
