package org.chancery.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.query.OrderParameters.Direction;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Grouping;
import org.chancery.readmodel.Selection.Grouping.Measure;
import org.chancery.readmodel.Selection.Grouping.Rank;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * How a list is counted.
 *
 * @param groupBy one or two dimensions of the list
 * @param measure {@code count}, {@code days} or {@code distinct:} and a dimension
 * @param sort by {@code value}, {@code key}, {@code first} or {@code last}
 * @param order {@code asc} or {@code desc}
 */
public record GroupParameters(
    @Parameter(
            description = "Counts by one or two dimensions of the list, such as country,year",
            example = "country,year")
        @Nullable List<String> groupBy,
    @Parameter(
            description =
                "`count` (default), `days` (different days) or `distinct:` and a dimension")
        @Nullable String measure,
    @Parameter(description = "`value` (default), `key`, `first` or `last`") @Nullable String sort,
    @Parameter(description = "`desc` (default for values) or `asc`") @Nullable String order) {
  private static final String DISTINCT = "distinct:";
  private static final int MOST = 2;

  /** What it asks of a list that has these dimensions; fails as INVALID_FIELDS. */
  Grouping grouping(List<Dimension> dimensions, int limit, long offset) {
    Rank rank = OrderParameters.choice("sort", sort, Rank.VALUE);
    Direction usual = rank == Rank.VALUE ? Direction.DESC : Direction.ASC;
    String asked = measure == null ? "" : measure.strip().toLowerCase(Locale.ROOT);
    boolean distinct = asked.startsWith(DISTINCT);
    return new Grouping(
        by(dimensions),
        distinct ? Measure.DISTINCT : measured(asked),
        distinct ? dimension("measure", asked.substring(DISTINCT.length()), dimensions) : null,
        rank,
        OrderParameters.choice("order", order, usual) == Direction.DESC,
        limit,
        offset);
  }

  private static Measure measured(String asked) {
    Measure measure = OrderParameters.choice("measure", asked, Measure.COUNT);
    if (measure == Measure.DISTINCT) {
      throw Filter.fault("measure", "say of what: distinct:country, say");
    }
    return measure;
  }

  private List<Dimension> by(List<Dimension> dimensions) {
    Set<Dimension> by = new LinkedHashSet<>();
    for (String name : groupBy == null ? List.<String>of() : groupBy) {
      by.add(dimension("groupBy", name.strip(), dimensions));
    }
    if (by.isEmpty() || by.size() > MOST) {
      throw Filter.fault("groupBy", "takes one or two of " + names(dimensions));
    }
    return List.copyOf(by);
  }

  private static Dimension dimension(String parameter, String asked, List<Dimension> dimensions) {
    return dimensions.stream()
        .filter(each -> each.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                Filter.unknown(
                        parameter,
                        RefusalCode.INVALID_FIELDS,
                        "must be one of " + names(dimensions),
                        Nearest.to(asked, known(dimensions)))
                    .problem());
  }

  private static List<Nearest.Known> known(List<Dimension> dimensions) {
    return dimensions.stream().map(each -> Nearest.Known.of(each.name())).toList();
  }

  private static String names(List<Dimension> dimensions) {
    return dimensions.stream().map(Dimension::name).collect(Collectors.joining(", "));
  }

  /** What tells the counting of a list from others. */
  String fingerprint(String list, Selection counted) {
    return Cursor.fingerprint(
        list, counted.attributes(), counted.from(), counted.to(), groupBy, measure, sort, order);
  }
}
