package org.chancery.command.party;

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
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link PartyState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Party {
  private @Nullable Subject subject;
  private DecisionModel<PartyCommand, PartyEvent, PartyState> model =
      DecisionModel.of(PartyCommand.class, PartyEvent.class, new PartyState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(PartyCommand.RegisterParty command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = PartyEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(PartyCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
