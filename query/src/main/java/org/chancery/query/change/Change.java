package org.chancery.query.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.query.entry.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changed.
 *
 * @param reason why an earlier entry is corrected or retracted; null where none is
 * @param supersedes the entry that it corrects or retracts, or null
 * @param reinstates the entries that stand again because of it
 * @param answers those that read differently because of it
 */
record Change(
    @JsonUnwrapped Origin entry,
    Kind kind,
    @Nullable String reason,
    @Nullable Long supersedes,
    List<Long> reinstates,
    List<ChangedAnswer> answers) {

  /** What an entry does to those before it. */
  enum Kind {
    /** It adds to them. */
    ADDED,
    /** It says how one of them should have read. */
    CORRECTED,
    /** It says that one of them should not stand. */
    RETRACTED,
    /** It retracts a retraction, so that what had been retracted stands again. */
    REINSTATED,
    /** It sets another account of a fact beside that of an earlier entry. */
    ACCOUNT_RECORDED,
    /** It says which account of a fact answers follow. */
    ACCOUNT_PREFERRED,
    /** It says nothing new, and cites a further source for what stands. */
    CORROBORATED
  }
}
