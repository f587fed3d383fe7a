package org.chancery.shared.entry;

import org.chancery.shared.Subject;

/** What became true, or was learned to have been true. Recorded once, never edited. */
public interface LedgerEvent {

  Subject subject();

  /** The command that is answered by this event. */
  LedgerCommand command();
}
