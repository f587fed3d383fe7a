package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Parameter;
import org.chancery.query.ListParameters;
import org.chancery.query.Parameters;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
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
            description =
                "Changes after what was known then: an instant, position:N, or a day from its beginning",
            example = "position:1")
        @Nullable String from,
    @Parameter(
            description =
                "Changes up to what was known then: an instant, position:N, or a day to its end (UTC)")
        @Nullable String to,
    @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
    @Parameter(description = "The `next` of the page before") @Nullable String cursor) {

  /** The page before, where this is not the first. */
  @Nullable Cursor goesOn() {
    return cursor == null ? null : Parameters.cursor(cursor);
  }

  /** The position behind which the page begins; fails as INVALID_CURSOR of another list. */
  long behind(@Nullable Cursor last, @Nullable String of, long begin) {
    return last == null ? begin : last.position(fingerprint(of, begin));
  }

  /** The place in the list where a page ended. */
  Cursor at(@Nullable String of, long begin, AsOf asOf, long position) {
    return Cursor.behind(asOf, fingerprint(of, begin), position);
  }

  private static String fingerprint(@Nullable String of, long begin) {
    return Cursor.fingerprint("change", of, begin);
  }

  int atMost() {
    return ListParameters.limitOf(limit);
  }
}
