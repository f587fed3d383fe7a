package org.chancery.intake.source;

import org.jspecify.annotations.Nullable;

/**
 * A record that stands in the ledger as told, or by a later word.
 *
 * @param draft what would have been submitted
 * @param corroboration what cites the source for it, or null where the ledger cites it already
 */
public record UnchangedRecord(Draft draft, @Nullable Draft corroboration) implements ParsedRecord {

  public UnchangedRecord(Draft draft) {
    this(draft, null);
  }
}
