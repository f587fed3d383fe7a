package org.chancery.shared.entry;

import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.jspecify.annotations.Nullable;

/** What became of an entry, or of the fact that it tells of. The entry stays as it was written. */
public sealed interface EntryEvent extends LedgerEvent {

  /** The position of the entry that this one supersedes, or whose fact it speaks of. */
  long entry();

  /** The same entry, as its subject's version (from 0). */
  long version();

  /** Why; null where a source merely tells it otherwise. */
  @Nullable String reason();

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

  /** Another source tells of the same fact, and tells it like this. */
  record AccountRecorded(Subject subject, long entry, long version, LedgerEvent as)
      implements EntryEvent {

    @Override
    public @Nullable String reason() {
      return null;
    }

    @Override
    public LedgerCommand command() {
      return new RecordAccount(subject, entry, version, as.command());
    }
  }

  /** Of several accounts of a fact, answers follow this one; the records office judged so. */
  record AccountPreferred(
      Subject subject, long entry, long version, long account, long accountVersion, String reason)
      implements EntryEvent {

    @Override
    public LedgerCommand command() {
      return new PreferAccount(subject, entry, version, account, accountVersion, reason);
    }
  }
}
