package org.chancery.query;

import io.swagger.v3.oas.annotations.Parameter;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Order;
import org.jspecify.annotations.Nullable;

/**
 * In what order a list of what happens is.
 *
 * @param sort by {@code date}, or by {@code days}: those come last of which that is not known
 * @param order {@code asc} or {@code desc}
 */
public record OrderParameters(
    @Parameter(description = "By `date` (default), or by how many `days` they take")
        @Nullable String sort,
    @Parameter(description = "`asc` (default) or `desc`") @Nullable String order) {

  /** By what a list is ordered. */
  enum Sort {
    DATE,
    DAYS
  }

  /** In which direction. */
  enum Direction {
    ASC,
    DESC
  }

  /** The list in this order; fails as INVALID_FIELDS where there is none such. */
  public Selection of(Selection list) {
    return list.ordered(
        new Order(choice("sort", sort, Sort.DATE) == Sort.DAYS, descends(order, false)));
  }

  /** Whether a list descends; as usual where that is not asked. Fails as INVALID_FIELDS. */
  public static boolean descends(@Nullable String order, boolean usual) {
    return choice("order", order, usual ? Direction.DESC : Direction.ASC) == Direction.DESC;
  }

  /** The value so written, or the usual one where none is; fails as INVALID_FIELDS. */
  static <E extends Enum<E>> E choice(String parameter, @Nullable String asked, E usual) {
    E chosen = Filter.chosen(parameter, asked, usual.getDeclaringClass());
    return chosen == null ? usual : chosen;
  }
}
