package org.chancery.command.relationship;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.shared.Subject;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link RelationshipHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Relationship {
  private @Nullable Subject subject;
  private RelationshipHistory state = RelationshipHistory.NONE;

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

  @EventSourcingHandler
  void on(RelationshipEvent event, @SequenceNumber long version) {
    subject = event.subject();
    state = state.after(event, version);
  }

  private void decide(RelationshipCommand command) {
    state.decide(command).forEach(AggregateLifecycle::apply);
  }
}
