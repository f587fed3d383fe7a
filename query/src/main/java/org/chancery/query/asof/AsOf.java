package org.chancery.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The point in both times as of which an answer holds.
 *
 * @param on the day in the world (valid time)
 * @param knownAt the instant up to which the ledger's knowledge was used (recorded time); null
 *     where nothing was recorded by then
 * @param position the journal position of that knowledge
 */
public record AsOf(LocalDate on, @Nullable Instant knownAt, long position) {}
