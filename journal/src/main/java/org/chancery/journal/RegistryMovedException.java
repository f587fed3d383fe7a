package org.chancery.journal;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Another process has recorded what the append was decided without knowing: it is not appended, and
 * is to be decided again.
 */
public final class RegistryMovedException extends EventStoreException {
  private static final long serialVersionUID = 1L;

  RegistryMovedException() {
    super("what others name has changed since this was decided");
  }
}
