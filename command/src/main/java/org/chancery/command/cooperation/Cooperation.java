package org.chancery.command.cooperation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.shared.Subject;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link CooperationHistory}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Cooperation {
  private @Nullable Subject subject;
  private CooperationHistory state = CooperationHistory.NONE;

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.EstablishCooperation command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.SuspendCooperation command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.ResumeCooperation command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CooperationCommand.TerminateCooperation command) {
    decide(command);
  }

  @EventSourcingHandler
  void on(CooperationEvent event, @SequenceNumber long version) {
    subject = event.subject();
    state = state.after(event, version);
  }

  private void decide(CooperationCommand command) {
    state.decide(command).forEach(AggregateLifecycle::apply);
  }
}
