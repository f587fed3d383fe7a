package org.chancery.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null is not asked.
 *
 * @param subject the subject's path
 * @param name the event's permanent name
 * @param source text that some source's title, publisher or locator contains
 * @param from recorded at or after
 * @param to recorded before
 */
public record EntryFilter(
    @Nullable String subject,
    @Nullable String name,
    @Nullable String recordedBy,
    @Nullable String source,
    @Nullable Instant from,
    @Nullable Instant to) {
  public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null);
}
