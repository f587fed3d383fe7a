package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Parameter;
import org.chancery.query.ListParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are asked for.
 *
 * @param subject as in an answer, with or without {@code /api/}; parties by their codes too
 * @param from what was known at that instant or {@code position:N} is left out
 * @param to what was known at that instant or {@code position:N} is the last
 * @param limit how many, 1 to 1000; 100 where left out
 * @param cursor where the last page ended
 */
record ChangeParameters(
    @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
    @Parameter(
            description = "Changes after what was known then: an instant, or position:N",
            example = "position:1")
        @Nullable String from,
    @Parameter(description = "Changes up to what was known then: an instant, or position:N")
        @Nullable String to,
    @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
    @Parameter(description = "The `next` of the page before") @Nullable String cursor) {

  int atMost() {
    return ListParameters.limitOf(limit);
  }
}
