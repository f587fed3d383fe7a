package org.chancery.readmodel;

import org.chancery.shared.entry.LedgerEvent;

/** An entry on its way from the journal into the read models. */
sealed interface Incoming {

  long position();

  /** The entry's id; empty where it comes from a history that was taken in before. */
  String id();

  /** What it is about, as a path. */
  String subject();

  /** How many bytes of memory it may take, about. */
  long size();

  /**
   * One that this version of the ledger reads.
   *
   * @param first whether it is its subject's first, so that the journal need not be asked for
   *     others
   */
  record Legible(
      long position, String id, String subject, LedgerEvent event, boolean first, long size)
      implements Incoming {

    /** One that need not be kept until others have come. */
    Legible(long position, LedgerEvent event, boolean first) {
      this(position, "", event.subject().toString(), event, first, 0);
    }
  }

  /** One whose content this version of the ledger cannot read. */
  record Illegible(long position, String id, String subject, RuntimeException cause)
      implements Incoming {
    private static final long SIZE = 10_000;

    /** The cause quotes no more than a piece of the content. */
    @Override
    public long size() {
      return SIZE;
    }
  }
}
