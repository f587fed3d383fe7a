package org.chancery.command.relationship;

import java.util.List;
import java.util.Optional;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;

/** What is known between two parties; a change is judged where its date puts it. */
record RelationshipHistory(History<RelationsState, RelationsStep> history)
    implements Decider<RelationshipCommand, RelationshipEvent, RelationshipHistory> {
  static final RelationshipHistory NONE =
      new RelationshipHistory(History.of(new RelationsLifecycle()));

  @Override
  public List<RelationshipEvent> decide(RelationshipCommand command) {
    RelationshipEvent event = wished(command);
    step(event).ifPresent(step -> history.admit(step, event.on()));
    return List.of(event);
  }

  @Override
  public RelationshipHistory evolve(RelationshipEvent event, long version) {
    return step(event)
        .map(step -> new RelationshipHistory(history.with(step, event.on(), version)))
        .orElse(this);
  }

  private static RelationshipEvent wished(RelationshipCommand command) {
    return switch (command) {
      case RecognizeParty(var by, var of, var on, var mutual, var recognition) ->
          new PartyRecognized(
              by, of, on, mutual, recognition == null ? Recognition.UNSPECIFIED : recognition);
      case EstablishRelations(var _, var on) -> new RelationsEstablished(command.pair(), on);
      case ChangeRepresentation(var _, var level, var on, var note) ->
          new RepresentationChanged(command.pair(), level, on, note);
      case InterruptRelations(var _, var on, var reason, var by, var because) ->
          new RelationsInterrupted(command.pair(), on, reason, by, because);
      case SeverRelations(var _, var on, var reason, var by, var because) ->
          new RelationsSevered(command.pair(), on, reason, by, because);
      case ResumeRelations(var _, var on, var reason) ->
          new RelationsResumed(command.pair(), on, reason);
      case NoteDiscrepancy(var _, var stated, var on, var reason) ->
          new DiscrepancyNoted(command.pair(), stated, on, reason);
    };
  }

  /** Empty where the event changes nothing. */
  private static Optional<RelationsStep> step(RelationshipEvent event) {
    return Optional.ofNullable(RelationsStep.of(event));
  }
}
