package org.chancery.readmodel;

import org.chancery.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * How far entries were taken in.
 *
 * @param entry the id of the entry at the position; null where it was never kept
 */
record Mark(long position, @Nullable String entry) {

  static Mark at(Incoming last) {
    return new Mark(last.position(), last.id());
  }

  /** True where the journal holds that very entry there, and so all that led to it. */
  boolean isIn(Journal journal) {
    return position <= journal.head().position()
        && (position == 0
            || entry == null
            || journal.idAt(position).filter(entry::equals).isPresent());
  }
}
