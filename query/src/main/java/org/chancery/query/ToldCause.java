package org.chancery.query;

import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * An entry that an answer tells as a cause, as it is known at the point asked about.
 *
 * @param entry its position
 * @param address where it is found
 * @param event the name of its event
 * @param subject the address of what it is about
 * @param says what it said when it was made, in words
 * @param date when that was; null where it tells of no date
 * @param supersededBy the entry that corrected or retracted it by then; null where it stands
 * @param retracted true where that was by retraction: the ledger no longer holds that it was so,
 *     and whoever told it as the cause has not said so yet
 */
public record ToldCause(
    long entry,
    String address,
    String event,
    String subject,
    String says,
    @Nullable EdtfSpan date,
    @Nullable Long supersededBy,
    boolean retracted) {

  /** The same in other words. */
  public ToldCause saying(String words) {
    return new ToldCause(entry, address, event, subject, words, date, supersededBy, retracted);
  }
}
