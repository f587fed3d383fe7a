package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;

/** Knows how some answers read before entries and after them. Each kind of answer has one. */
public interface Affected {

  /**
   * The answers that entries changed.
   *
   * @param entries in order, not empty
   * @param known the position by whose knowledge names are told
   * @return by the entries' positions; those that changed nothing may lack
   */
  Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, long known);
}
