package org.chancery.journal;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The disk failed to confirm a write. Operating systems may forget what they failed to write and
 * confirm the next attempt, so nothing is appended any more until the process has been restarted.
 */
public final class JournalStoppedException extends EventStoreException {
  private static final long serialVersionUID = 1L;

  JournalStoppedException(Throwable cause) {
    super("the journal has stopped: the disk did not confirm a write; restart to go on", cause);
  }
}
