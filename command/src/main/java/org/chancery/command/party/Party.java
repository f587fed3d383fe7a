package org.chancery.command.party;

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
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link PartyState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Party {
  private @Nullable Subject subject;
  private Dossier<PartyCommand, PartyEvent, PartyState> dossier =
      Dossier.of(PartyCommand.class, PartyEvent.class, new PartyState.Unknown());

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(PartyCommand.RegisterParty command, Judge judge) {
    decide(command, judge);
  }

  @CommandHandler(commandName = PartyEvent.CONCEPT)
  void handle(EntryCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    dossier = dossier.after(event, version);
  }

  private void decide(PartyCommand command, Judge judge) {
    dossier.decide(command, judge).forEach(AggregateLifecycle::apply);
  }
}
