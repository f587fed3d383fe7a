package org.chancery.command.relationship;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.Dossier;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link RelationshipHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Relationship {
  private @Nullable Subject subject;
  private Dossier<RelationshipCommand, RelationshipEvent, RelationshipHistory> dossier =
      Dossier.of(RelationshipCommand.class, RelationshipEvent.class, RelationshipHistory.NONE);

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.RecognizeParty command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.EstablishRelations command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.ChangeRepresentation command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.InterruptRelations command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.SeverRelations command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.ResumeRelations command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.NoteDiscrepancy command) {
    decide(command);
  }

  @CommandHandler(commandName = RelationshipEvent.CONCEPT)
  void handle(EntryCommand command) {
    dossier.decide(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    dossier = dossier.after(event, version);
  }

  private void decide(RelationshipCommand command) {
    dossier.decide(command).forEach(AggregateLifecycle::apply);
  }
}
