package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.Groups.Group;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Grouped;
import org.chancery.readmodel.Selection.Grouping;
import org.chancery.readmodel.Selection.Grouping.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A list, counted by groups.
 *
 * @param groups in the order asked for
 * @param count how many groups there are on all pages
 * @param total how many items the list has; one of several groups is counted once
 * @param ungrouped how many of them have no value of what they are grouped by
 * @param next the cursor of the next page, or null where this is the last
 * @param disputed the addresses of the subjects that sources give different accounts of, and that
 *     are counted, or would be by another account than the preferred one, which is followed
 */
public record Groups(
    List<Group> groups,
    long count,
    long total,
    long ungrouped,
    @Nullable String next,
    List<String> disputed,
    AsOf asOf,
    Names names,
    @JsonIgnore AskedList asked)
    implements Tabular<Group> {

  @Override
  public List<Group> rows() {
    return groups;
  }

  @Override
  public long rowsInAll() {
    return count;
  }

  @Override
  public Groups lacking(List<Long> entries) {
    return new Groups(
        groups, count, total, ungrouped, next, disputed, asOf.lacking(entries), names, asked);
  }

  @Override
  public Groups naming(Names cited) {
    return new Groups(groups, count, total, ungrouped, next, disputed, asOf, cited, asked);
  }

  /** The same with the subjects of which accounts differ. */
  public Groups telling(List<String> differing) {
    return new Groups(groups, count, total, ungrouped, next, differing, asOf, names, asked);
  }

  /**
   * Items that have the same values.
   *
   * @param key the values by their dimensions
   * @param value what was measured
   * @param undetermined where days are counted, how many of the items are left out because it is
   *     not known how many days they take; null otherwise
   * @param first the first day on which one of the items may happen; null where that is open
   * @param last the last such day; null where that is open
   * @param items the address of the list of these items, each with its entries, as of the same
   *     point
   */
  public record Group(
      Map<String, String> key,
      long value,
      @Nullable Long undetermined,
      @Nullable String first,
      @Nullable String last,
      String items) {}

  /** Counts what the selection keeps. */
  public static <V> Groups of(
      ReadModel<V> list,
      Selection selection,
      ListParameters page,
      GroupParameters asked,
      AsOf asOf,
      HttpServletRequest request) {
    String fingerprint = asked.fingerprint(list.name(), selection);
    long offset =
        page.cursor() == null ? 0 : Parameters.cursor(page.cursor()).position(fingerprint);
    int limit = ListParameters.limitOf(page.limit());
    Grouping grouping = asked.grouping(list.dimensions(), limit, offset);
    Grouped grouped = list.groups(selection, grouping, asOf);
    Address address = Address.of(request, selection, grouping, asOf);
    long shown = offset + grouped.groups().size();
    return new Groups(
        grouped.groups().stream().map(group -> group(group, grouping, address)).toList(),
        grouped.count(),
        grouped.total(),
        grouped.ungrouped(),
        shown < grouped.count()
            ? new Cursor(asOf, selection.anyDay(), fingerprint, "", Long.toString(shown)).text()
            : null,
        List.of(),
        asOf,
        Names.NONE,
        new AskedList(list, selection));
  }

  private static Group group(Selection.Group group, Grouping grouping, Address address) {
    Map<String, String> key = new LinkedHashMap<>();
    for (int index = 0; index < grouping.by().size(); index++) {
      key.put(grouping.by().get(index).name(), group.key().get(index));
    }
    return new Group(
        key,
        group.value(),
        grouping.measure() == Measure.DAYS ? group.undetermined() : null,
        text(group.first()),
        text(group.last()),
        address.with(key));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  /**
   * Where the items of a group are listed: as the list that was counted, with the values of the
   * group, and as of the same point.
   *
   * @param asked the parameters that the list keeps
   */
  private record Address(
      String path, Map<String, List<String>> asked, Grouping grouping, AsOf asOf) {
    private static final Set<String> OF_GROUPS =
        Set.of(
            "groupBy",
            "measure",
            "sort",
            "order",
            "limit",
            "cursor",
            "minPosition",
            "knownAt",
            TableForm.PARAMETER);

    static Address of(HttpServletRequest request, Selection list, Grouping grouping, AsOf asOf) {
      Map<String, List<String>> asked = new LinkedHashMap<>();
      request.getParameterMap().forEach((name, values) -> asked.put(name, List.of(values)));
      asked.keySet().removeAll(OF_GROUPS);
      if (!list.anyDay()) {
        asked.put("on", List.of(asOf.on().toString()));
      }
      asked.put("knownAt", List.of("position:" + asOf.position()));
      return new Address(request.getRequestURI(), asked, grouping, asOf);
    }

    String with(Map<String, String> key) {
      Map<String, List<String>> all = new LinkedHashMap<>(asked);
      for (Dimension by : grouping.by()) {
        List<String> value = List.of(key.getOrDefault(by.name(), ""));
        all.merge(by.name(), value, by.isMany() ? Address::joined : (_, mine) -> mine);
      }
      return all.entrySet().stream()
          .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey(), value)))
          .collect(Collectors.joining("&", path + "?", ""));
    }

    private static List<String> joined(List<String> filtered, List<String> value) {
      return Stream.concat(filtered.stream(), value.stream()).distinct().toList();
    }

    private static String encoded(String name, String value) {
      return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
  }
}
