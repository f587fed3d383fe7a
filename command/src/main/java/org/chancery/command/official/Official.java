package org.chancery.command.official;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialEvent;
import org.jspecify.annotations.Nullable;

/** A shell around {@link OfficialState}: Axon finds handlers by the command's own class. */
@Aggregate(cache = "aggregates")
final class Official {
  private @Nullable Subject subject;
  private OfficialState state = new OfficialState.Unknown();

  @AggregateIdentifier
  @Nullable Subject subject() {
    return subject;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.RegisterOfficial command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.AppointOfficial command) {
    decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OfficialCommand.EndAppointment command) {
    decide(command);
  }

  @EventSourcingHandler
  void on(OfficialEvent event, @SequenceNumber long version) {
    subject = event.subject();
    state = state.after(event, version);
  }

  private void decide(OfficialCommand command) {
    state.decide(command).forEach(AggregateLifecycle::apply);
  }
}
