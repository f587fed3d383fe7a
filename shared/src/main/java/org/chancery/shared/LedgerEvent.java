package org.chancery.shared;

/** What became true, or was learned to have been true. Recorded once, never edited. */
public interface LedgerEvent {

  Subject subject();

  /** The command that is answered by this event. */
  LedgerCommand command();
}
