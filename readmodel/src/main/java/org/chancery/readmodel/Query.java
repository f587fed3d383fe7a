package org.chancery.readmodel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A selection as of a point in both times, as SQL: the one place that turns an as-of into SQL.
 *
 * <p>What happens on days of its own is kept where these overlap the span asked for. What has none
 * is a state: it is kept where the subject was so, by the attributes, on some day of the span; and
 * answered as of the day asked about like all else.
 */
final class Query {
  private static final String KNOWN = "known_from <= ? and known_to > ?";
  private static final String HAPPENS = "first_day <= ? and last_day >= ?";
  private static final String HAS = "attributes like ? escape '!'";
  private static final String FOUND = " found join %1$s on subject = found.holder";
  private static final String LASTS = "valid_from <= ? and valid_to > ?";

  private final String from;
  private final StringBuilder where = new StringBuilder(KNOWN);
  private final List<Object> params = new ArrayList<>();
  private final Selection selection;
  private final long position;
  private final RowTable table;
  private final @Nullable RowTable other;

  /**
   * Made of a selection.
   *
   * @param other the table of the model that the selection goes through, or null
   * @param leads finds the attributes of the selection by which rows are looked up, best first
   */
  Query(Selection selection, AsOf asOf, RowTable table, @Nullable RowTable other, Leads leads) {
    this.selection = selection;
    this.position = asOf.position();
    this.table = table;
    this.other = other;
    params.add(asOf.position());
    params.add(asOf.position());
    this.from = lookUp(leads.of(table, selection.attributes())).formatted(table.name());
    if (!selection.anyDay()) {
      long on = asOf.on().toEpochDay();
      and(LASTS, on, on);
    }
    if (selection.hasSpan()) {
      within(selection.from(), selection.to(), asOf.position());
    } else {
      attributes();
    }
  }

  /** Which is asked. */
  RowTable table() {
    return table;
  }

  /**
   * From the subjects that the index names, where it does: few rows are then asked for the rest.
   */
  private String lookUp(List<FilterAttribute> leads) {
    Map<Boolean, List<FilterAttribute>> found =
        leads.stream().collect(Collectors.partitioningBy(this::goesThrough));
    List<FilterAttribute> own = found.getOrDefault(false, List.of());
    List<FilterAttribute> through = found.getOrDefault(true, List.of());
    if (!own.isEmpty()) {
      own.stream().skip(1).forEach(more -> and(alsoHeld(more), RowTable.keys(more)));
      return lookUp(own.getFirst());
    }
    return through.isEmpty() || other == null || !other.finds(through.getFirst())
        ? "%1$s"
        : lookUp(through.getFirst(), other);
  }

  /**
   * Each subject once, though several attributes of it may begin so. An outer join, for H2 takes a
   * range to be wide and would begin with the rows; the conditions drop what it adds.
   */
  private String lookUp(FilterAttribute attribute) {
    if (!attribute.begun()) {
      and(RowTable.sought("found.attribute", attribute), RowTable.keys(attribute));
      return table.index() + FOUND;
    }
    params.addAll(0, List.of(RowTable.keys(attribute)));
    return "(select distinct holder from %s where %s)"
            .formatted(table.index(), RowTable.sought("attribute", attribute))
        + FOUND.replace(" join", " left join");
  }

  private String lookUp(FilterAttribute attribute, RowTable beyond) {
    List<Object> keys = List.of(RowTable.keys(attribute));
    params.addAll(0, keys);
    params.addAll(0, keys);
    return "(select holder from %s where %s"
            .formatted(table.index(), RowTable.sought("attribute", attribute))
        + " union select item.holder from %s other join %s item on item.attribute = %s where %s)"
            .formatted(
                beyond.index(),
                table.index(),
                Objects.requireNonNull(selection.through()).key("other"),
                RowTable.sought("other.attribute", attribute))
        + FOUND;
  }

  private String alsoHeld(FilterAttribute attribute) {
    return "exists (select 1 from %s more where %s and more.holder = subject)"
        .formatted(table.index(), RowTable.sought("more.attribute", attribute));
  }

  private boolean goesThrough(FilterAttribute attribute) {
    Through through = selection.through();
    return through != null && through.attribute().equals(attribute.name());
  }

  private void attributes() {
    Through through = selection.through();
    for (FilterAttribute attribute : selection.attributes()) {
      if (through != null && goesThrough(attribute)) {
        and("(" + HAS, attribute.pattern());
        where.append(" or ").append(through(through, attribute)).append(")");
      } else {
        and(HAS, attribute.pattern());
      }
    }
  }

  /**
   * The row names a subject that has the attributes on some day on which the row's item happens.
   */
  private String through(Through through, FilterAttribute attribute) {
    params.add(Through.begin());
    params.addAll(List.of(position, position));
    List<FilterAttribute> attributes = new ArrayList<>(through.beside());
    attributes.add(attribute);
    attributes.forEach(each -> params.add(each.pattern()));
    return "(%1$s.attributes like ? escape '!' and exists (select 1 from "
        + Objects.requireNonNull(other).name()
        + " other where other.subject = "
        + through.subject("%1$s")
        + " and other.known_from <= ? and other.known_to > ?"
        + " and other.valid_from <= %1$s.last_day and other.valid_to > %1$s.first_day"
        + " and other.attributes like ? escape '!'".repeat(attributes.size())
        + "))";
  }

  private void within(@Nullable LocalDate from, @Nullable LocalDate to, long position) {
    long first = (from == null ? EdtfSpan.BEGINNING : from).toEpochDay();
    long last = (to == null ? EdtfSpan.END : to).toEpochDay();
    and("((" + HAPPENS, last, first);
    attributes();
    where.append(") or (first_day is null and subject in (select subject from %1$s where ");
    where.append(KNOWN);
    params.addAll(List.of(position, position));
    and(LASTS, last, first);
    attributes();
    where.append(")))");
  }

  private void and(String condition, Object... values) {
    where.append(" and ").append(condition);
    params.addAll(List.of(values));
  }

  private String where() {
    return where.toString().formatted(table.name());
  }

  /** True where an index names the subjects, so that few rows are looked at. */
  boolean isLookedUp() {
    return !from.equals(table.name());
  }

  String count() {
    return "select count(*) from %s where %s".formatted(from, where());
  }

  Object[] conditionParams() {
    return params.toArray();
  }

  String subjects() {
    return "select distinct subject from %s where %s".formatted(from, where());
  }

  String stretches() {
    return "select valid_from, valid_to, body from %s where %s order by sort_key, subject, valid_from"
        .formatted(from, where());
  }

  /** Of the first rows by their order what never changes of them, without their bodies. */
  String places(int most) {
    return "select sort_key, subject, known_from, valid_from from %s where %s"
            .formatted(from, where())
        + " order by sort_key, subject limit "
        + most;
  }

  /** The rows of given subjects that were known, wherever they stand in valid time. */
  String bodies() {
    return "select sort_key, subject, known_from, valid_from, body from %s where %s"
        .formatted(table.amongGiven(), KNOWN);
  }

  Object[] bodyParams(Collection<String> subjects) {
    return new Object[] {RowTable.given(subjects), position, position};
  }

  /** The rows that are kept, as a table. */
  String rows(String columns) {
    return "select %s from %s where %s".formatted(columns, from, where());
  }

  String page() {
    boolean descends = selection.order().isDescending();
    List<String> keys = new ArrayList<>(List.of("sort_key", "subject"));
    String place = "sort_key";
    if (selection.order().byLength()) {
      keys.addFirst(length());
      place = "cast(%s as varchar) || ' ' || sort_key".formatted(length());
    }
    String after =
        selection.after() == null
            ? ""
            : " and (%s) %s (%s)"
                .formatted(
                    String.join(", ", keys),
                    descends ? "<" : ">",
                    String.join(", ", Collections.nCopies(keys.size(), "?")));
    String direction = descends ? " desc" : "";
    return "select %s, subject, body from %s where %s%s order by %s%s limit ?"
        .formatted(place, from, where(), after, String.join(direction + ", ", keys), direction);
  }

  /** How many days an item takes; those of which that is not known come last. */
  private String length() {
    return "coalesce(%s, %s)"
        .formatted(days(), selection.order().isDescending() ? "-1" : Long.toString(Long.MAX_VALUE));
  }

  /** How many days an item takes, or null where that is not known. */
  static String days() {
    return "cast(%s as bigint)".formatted(value(FilterAttribute.SAID + FilterAttribute.DAYS));
  }

  /** The value of an attribute of which a row has one at most, or null. */
  static String value(String attribute) {
    String at = "position('|%s=' in attributes)".formatted(attribute);
    String tail = "substring(attributes from %s + %d)".formatted(at, attribute.length() + 2);
    return "case when %s > 0 then substring(%s from 1 for position('|' in %s) - 1) end"
        .formatted(at, tail, tail);
  }

  Object[] pageParams() {
    List<Object> all = new ArrayList<>(params);
    if (selection.after() != null) {
      place(selection.after().order(), all);
      all.add(selection.after().subject());
    }
    all.add(selection.limit() + 1);
    return all.toArray();
  }

  private void place(String order, List<Object> all) {
    if (!selection.order().byLength()) {
      all.add(order);
      return;
    }
    String[] parts = order.split(" ", 2);
    if (parts.length < 2 || !parts[0].matches("-1|\\d{1,19}")) {
      throw Cursor.invalid("the cursor is not one that this ledger gave");
    }
    all.add(new BigDecimal(parts[0]));
    all.add(parts[1]);
  }
}
