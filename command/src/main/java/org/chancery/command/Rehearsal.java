package org.chancery.command;

import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.shared.entry.LedgerEvent;

/** What would become of a submission. Nothing was entered, and no key used up. */
public sealed interface Rehearsal {

  /**
   * It would be entered.
   *
   * @param entries what would be, as far as they can be known: no position, id or instant
   */
  record WouldRecord(List<Entry> entries, List<LedgerEvent> events) implements Rehearsal {}

  /** It is settled already: it was entered before, or is refused. */
  record Settled(Outcome outcome) implements Rehearsal {}
}
