package org.chancery.shared.cause;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Ends, suspends or calls off what it speaks of; somebody did that, and perhaps over something. */
public interface Caused {

  EdtfDate on();

  /** In words; null where nobody says why. */
  default @Nullable String reason() {
    return null;
  }

  /**
   * Who did it, where the rest does not say so already. Empty where that is not on record, which
   * never means that all of the parties did.
   */
  default List<PartyId> by() {
    return List.of();
  }

  /** Null where no entry is on record as the cause, which does not mean that there was none. */
  @Nullable CitedCause because();
}
