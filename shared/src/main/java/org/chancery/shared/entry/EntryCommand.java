package org.chancery.shared.entry;

import java.util.List;
import org.chancery.shared.Subject;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;

/**
 * What can be asked of an entry, whatever its concept.
 *
 * <p>An entry is named twice: by its position in the journal, as people know it, and by its
 * subject's version (from 0), as the deciding side does.
 */
public sealed interface EntryCommand extends LedgerCommand {

  long entry();

  long version();

  String reason();

  /**
   * The entry should have read otherwise.
   *
   * @param as the command as it should have been given then
   */
  record CorrectEntry(Subject subject, long entry, long version, LedgerCommand as, String reason)
      implements EntryCommand {

    public CorrectEntry {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return as.references();
    }
  }

  /** The entry should not have been made. */
  record RetractEntry(Subject subject, long entry, long version, String reason)
      implements EntryCommand {

    public RetractEntry {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }
}
