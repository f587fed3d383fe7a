package org.chancery.shared.entry;

import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;

/** What became of an entry. The entry itself stays as it was written. */
public sealed interface EntryEvent extends LedgerEvent {

  /** The position of the entry that this one supersedes. */
  long entry();

  /** The same entry, as its subject's version (from 0). */
  long version();

  String reason();

  /** It should have read like this; the records office found out. */
  record EntryCorrected(Subject subject, long entry, long version, LedgerEvent as, String reason)
      implements EntryEvent {

    @Override
    public LedgerCommand command() {
      return new CorrectEntry(subject, entry, version, as.command(), reason);
    }
  }

  /** It should not have been made; the records office found out. */
  record EntryRetracted(Subject subject, long entry, long version, String reason)
      implements EntryEvent {

    @Override
    public LedgerCommand command() {
      return new RetractEntry(subject, entry, version, reason);
    }
  }
}
