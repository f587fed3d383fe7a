package org.chancery.query.asof;

import java.util.List;
import org.chancery.shared.LedgerEvent;

/** Gives a subject's earlier entries back from the journal. */
@FunctionalInterface
public interface Histories {

  /** The subject's entries before a position, corrections among them, in order. */
  List<Recorded<LedgerEvent>> before(String subject, long position);

  /** The same up to the first that this version of the ledger cannot read. */
  default List<Recorded<LedgerEvent>> legibleBefore(String subject, long position) {
    return before(subject, position);
  }
}
