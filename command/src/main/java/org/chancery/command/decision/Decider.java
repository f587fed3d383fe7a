package org.chancery.command.decision;

import java.util.List;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.precondition.Reference;

/**
 * What is known of a subject, as far as it decides what may yet be recorded of it. Pure.
 *
 * @param <S> the concept's own state
 */
public interface Decider<C extends LedgerCommand, E extends LedgerEvent, S> {

  /** What the command leads to; refused where it does not fit what is known. */
  List<E> decide(C command);

  /** What the command takes for granted beyond what it says itself, as far as that is known. */
  default List<Reference> preconditions(C command) {
    return List.of();
  }

  /** What is known after the event, which is the entry of this version. */
  S evolve(E event, long version);
}
