package org.chancery.query.entry;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.chancery.journal.EntryFilter;
import org.chancery.query.Asking;
import org.chancery.query.ListParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param subject as in an answer, with or without {@code /api/}
 * @param source text that some source contains
 * @param from recorded at or after that instant
 * @param to recorded before that instant
 * @param after behind that position
 * @param cursor the same, as {@code next} gave it
 * @param limit how many, 1 to 1000; 100 where left out
 */
record EntryParameters(
    @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
    @Parameter(example = "meeting.scheduled") @Nullable String name,
    @Nullable String recordedBy,
    @Parameter(description = "Text that some source contains") @Nullable String source,
    @Parameter(description = "Recorded at or after the instant") @Nullable String from,
    @Parameter(description = "Recorded before the instant") @Nullable String to,
    @Parameter(description = "Behind the position") @Nullable Long after,
    @Parameter(description = "The `next` of the page before") @Nullable Long cursor,
    @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit) {
  private static final String ADDRESS = "/?(api/)?";

  EntryFilter filter() {
    return new EntryFilter(
        subject == null ? null : subject.replaceFirst(ADDRESS, ""),
        name,
        recordedBy,
        source,
        instant(from),
        instant(to));
  }

  long behind() {
    Long behind = cursor == null ? after : cursor;
    return behind == null ? 0 : behind;
  }

  int atMost() {
    return ListParameters.limitOf(limit);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Asking.instantIn(text);
  }
}
