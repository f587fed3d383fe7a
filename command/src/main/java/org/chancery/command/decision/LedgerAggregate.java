package org.chancery.command.decision;

import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A subject as Axon loads and keeps it. Commands go by the name of their concept, so each concept
 * adds one handler: an annotation can hold only a constant.
 */
public abstract class LedgerAggregate<
    C extends LedgerCommand, E extends LedgerEvent, S extends Decider<C, E, S>> {
  private @Nullable Subject subject;
  private DecisionModel<C, E, S> model;
  private long last = -1;

  protected LedgerAggregate(Class<C> commands, Class<E> events, S blank) {
    this.model = DecisionModel.of(commands, events, blank);
  }

  @AggregateIdentifier
  final @Nullable Subject subject() {
    return subject;
  }

  /**
   * Enters what the command leads to. Fails as {@link ConcurrencyException} where it names an entry
   * that another process made, and that is not known here yet.
   *
   * @param command one of the concept, or one that corrects an entry of the subject
   */
  protected final void decide(LedgerCommand command, PreconditionChecker checker) {
    if (command instanceof EntryCommand amendment && amendment.version() > last) {
      throw new ConcurrencyException("%s is known up to its %d".formatted(subject, last));
    }
    model.decide(command, checker).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  final void on(LedgerEvent event, @SequenceNumber long version) {
    subject = event.subject();
    last = version;
    model = model.evolve(event, version);
  }
}
