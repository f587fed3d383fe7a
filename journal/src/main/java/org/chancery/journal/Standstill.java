package org.chancery.journal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the journal has stopped, as whoever writes to it has been told. */
final class Standstill {
  private volatile @Nullable JournalStoppedException cause;

  /** Why nothing is appended any more until a restart, or null while all is well. */
  @Nullable JournalStoppedException cause() {
    return cause;
  }

  /** Writes, and notes where the journal has stopped. */
  <T> T noting(Supplier<T> write) {
    try {
      return write.get();
    } catch (JournalStoppedException stopped) {
      cause = stopped;
      throw stopped;
    }
  }
}
