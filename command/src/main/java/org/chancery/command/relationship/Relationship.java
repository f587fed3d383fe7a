package org.chancery.command.relationship;

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
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link RelationshipHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Relationship {
  private @Nullable Subject subject;
  private DecisionModel<RelationshipCommand, RelationshipEvent, RelationshipHistory> model =
      DecisionModel.of(
          RelationshipCommand.class, RelationshipEvent.class, RelationshipHistory.NONE);

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.RecognizeParty command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.EstablishRelations command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.ChangeRepresentation command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.InterruptRelations command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.SeverRelations command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.ResumeRelations command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RelationshipCommand.NoteDiscrepancy command, PreconditionChecker checker) {
    decide(command, checker);
  }

  @CommandHandler(commandName = RelationshipEvent.CONCEPT)
  void handle(EntryCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    model = model.evolve(event, version);
  }

  private void decide(RelationshipCommand command, PreconditionChecker checker) {
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }
}
