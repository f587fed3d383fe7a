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

  /**
   * Another source tells of the same fact, and tells it otherwise. Both accounts stand; answers
   * follow the first one until another is preferred.
   *
   * @param entry any account of the fact
   * @param as the command as it would be given by that source alone
   */
  record RecordAccount(Subject subject, long entry, long version, LedgerCommand as)
      implements EntryCommand {

    @Override
    public List<Reference> references() {
      return as.references();
    }
  }

  /**
   * Of several accounts of a fact, answers are to follow this one.
   *
   * @param entry any account of the fact
   * @param account the position of the one to follow
   * @param accountVersion the same entry, as its subject's version
   */
  record PreferAccount(
      Subject subject, long entry, long version, long account, long accountVersion, String reason)
      implements EntryCommand {

    public PreferAccount {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }
}
