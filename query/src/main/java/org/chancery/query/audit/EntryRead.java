package org.chancery.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about the journal's entries.
 *
 * @param at when it was answered
 * @param who the principal, or {@code anonymous}
 * @param from the address that it came from
 * @param query as it was asked, after the question mark
 * @param status of the answer
 * @param entries how many it gave; null where that was not counted, as of a stream
 */
record EntryRead(
    Instant at,
    String who,
    String from,
    String path,
    @Nullable String query,
    int status,
    @Nullable Integer entries) {}
