package org.chancery.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;

/**
 * What every list takes.
 *
 * @param from keeps what happens on or after it, and states that lasted on or after it, EDTF
 * @param to keeps what happens on or before it, and states that lasted on or before it, EDTF
 * @param limit how many items, 1 to 1000; 100 where left out
 * @param cursor where the last page ended
 */
public record ListParameters(
    @Parameter(description = "Keeps what overlaps the span from here (EDTF)") @Nullable String from,
    @Parameter(description = "Keeps what overlaps the span to here (EDTF)") @Nullable String to,
    @Parameter(description = "At most so many items, 1 to 1000 (default 100)")
        @Nullable Integer limit,
    @Parameter(description = "The `next` of the page before") @Nullable String cursor) {
  private static final int DEFAULT = 100;
  private static final int MOST = 1_000;

  /** True where what does not overlap a span is left out. */
  public boolean hasSpan() {
    return from != null || to != null;
  }

  /** The first day of the span, or null where it has none. */
  public @Nullable LocalDate first() {
    return from == null ? null : Parameters.date("from", from).earliest();
  }

  /** The last day of the span, or null where it has none. */
  public @Nullable LocalDate last() {
    return to == null ? null : Parameters.date("to", to).latest();
  }

  /**
   * A selection by what is asked for; fails as INVALID_FIELDS where a filter is at fault, as
   * VALID_TIME_REVERSED where the span surely ends before it begins.
   */
  public Selection selecting(boolean anyDay, Filter... filters) {
    Cursor after = cursor == null ? null : Parameters.cursor(cursor);
    LocalDate first = first();
    LocalDate last = last();
    if (first != null && last != null && last.isBefore(first)) {
      Filter.fail(
          RefusalCode.VALID_TIME_REVERSED,
          List.of(new Fault("/to", "%s is before %s".formatted(to, from))));
    }
    return new Selection(
        Filter.attributes(filters),
        first,
        last,
        after == null ? anyDay : after.anyDay(),
        limitOf(limit),
        after);
  }

  /** How many items a page holds: 100 where not asked for, 1 to 1000; fails as INVALID_LIMIT. */
  public static int limitOf(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT;
    }
    if (asked < 1 || asked > MOST) {
      String range = "limit is 1 to %d".formatted(MOST);
      throw new ProblemException(
          Problem.of(RequestCode.INVALID_LIMIT, range).with(List.of(new Fault("/limit", range))));
    }
    return asked;
  }
}
