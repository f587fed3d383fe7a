package org.chancery.journal;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Nothing is appended any more until the process has been restarted: the disk failed to confirm a
 * write, and operating systems may forget what they failed to write and confirm the next attempt;
 * or the tables have been changed by somebody else.
 */
public final class JournalStoppedException extends EventStoreException {
  private static final long serialVersionUID = 1L;

  JournalStoppedException(String why, Throwable cause) {
    super("the journal has stopped: %s; restart to go on".formatted(why), cause);
  }

  /** The same for one more who learns of it. */
  JournalStoppedException(JournalStoppedException before) {
    super(before.getMessage(), before);
  }
}
