package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;

/** Knows how some answers read before entries and after them. Each kind of answer has one. */
public interface ChangeDetector {

  /**
   * The answers that entries changed.
   *
   * @param entries in order, not empty
   * @param names the point in both times whose names are told
   * @return by the entries' positions; those that changed nothing may lack
   */
  Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, AsOf names);

  /**
   * The answers that entries would change which are not made; what follows from several answers
   * together is not foretold.
   *
   * @param history the subject's entries
   * @param more those that would follow, at the position that would be the next
   */
  default List<ChangedAnswer> wouldBeChangedBy(
      String subject, List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    return List.of();
  }
}
