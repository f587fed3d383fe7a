package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a list is to hold.
 *
 * @param attributes all of which must fit
 * @param from where given, what happens on or after that day
 * @param to where given, what happens on or before that day
 * @param anyDay true where valid time does not restrict the list
 * @param limit at most so many
 * @param after where the last page ended, or null for the first
 * @param through by way of what other subjects items may have attributes, or null where they may
 *     not
 * @param order in which items follow each other
 */
public record Selection(
    Set<FilterAttribute> attributes,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean anyDay,
    int limit,
    @Nullable Cursor after,
    @Nullable Through through,
    Order order) {
  /** One row more is read than a page has. */
  private static final int ALL = Integer.MAX_VALUE - 1;

  public Selection(
      Set<FilterAttribute> attributes,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean anyDay,
      int limit,
      @Nullable Cursor after) {
    this(attributes, from, to, anyDay, limit, after, null, Order.USUAL);
  }

  /** The same list, where items may have some attributes by way of other subjects too. */
  public Selection through(Through other) {
    return new Selection(attributes, from, to, anyDay, limit, after, other, order);
  }

  /** True where what does not overlap a span is left out. */
  public boolean hasSpan() {
    return from != null || to != null;
  }

  /**
   * Those of a subject's versions that are in the list, by themselves.
   *
   * @param on the day that is asked about
   * @param beyond of attributes that items may have by way of another subject, the ids of those by
   *     way of which they do
   */
  public <V> List<Version<V>> kept(
      List<Version<V>> versions, LocalDate on, Map<FilterAttribute, Set<String>> beyond) {
    Predicate<Version<V>> fits =
        each -> attributes.stream().allMatch(one -> each.has(one, beyond)) && isInSpan(each);
    boolean was =
        hasSpan() && versions.stream().anyMatch(each -> each.isState() && fits.test(each));
    return versions.stream()
        .filter(each -> anyDay || each.holdsOn(on))
        .filter(each -> (hasSpan() && each.isState()) ? was : fits.test(each))
        .toList();
  }

  private boolean isInSpan(Version<?> version) {
    return !hasSpan()
        || version.isWithin(
            from == null ? EdtfSpan.BEGINNING : from, to == null ? EdtfSpan.END : to);
  }

  /** What tells the list of what is so named from others; how long a page is does not matter. */
  String fingerprint(String of) {
    String filters = FilterAttribute.text(attributes);
    return order.equals(Order.USUAL)
        ? Cursor.fingerprint(of, filters, from, to)
        : Cursor.fingerprint(of, filters, from, to, order);
  }

  /** The same list in another order. */
  public Selection ordered(Order other) {
    return new Selection(attributes, from, to, anyDay, limit, after, through, other);
  }

  /**
   * In what order a list is.
   *
   * @param byLength by how many days items take, those of which that is not known at the end; else
   *     by the list's own order
   */
  public record Order(boolean byLength, boolean isDescending) {
    public static final Order USUAL = new Order(false, false);
  }

  /**
   * How items are counted by groups.
   *
   * @param by one or two; an item without a value of one of them is of no group
   * @param distinct what has its different values counted, where that is the measure
   * @param limit at most so many groups, from the offset on
   */
  public record Grouping(
      List<Dimension> by,
      Measure measure,
      @Nullable Dimension distinct,
      Rank rank,
      boolean isDescending,
      int limit,
      long offset) {

    /** What is counted. */
    public enum Measure {
      COUNT,
      /** Different days: one that several items share counts once. */
      DAYS,
      DISTINCT
    }

    /** By what groups are ordered. */
    public enum Rank {
      VALUE,
      KEY,
      FIRST,
      LAST
    }
  }

  /**
   * What is counted of a group.
   *
   * @param key its values, in the order in which the dimensions were given
   * @param undetermined how many items of it have no known number of days, which are left out where
   *     days are counted
   * @param first the first day on which one of its items may happen, or null where that is open
   * @param last the last such day, or null where that is open
   */
  public record Group(
      List<String> key,
      long value,
      long undetermined,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {}

  /**
   * The groups of a list.
   *
   * @param count how many groups there are, with those that are not among these
   * @param total how many items the list has
   * @param ungrouped how many of them are of no group
   */
  public record Grouped(List<Group> groups, long count, long total, long ungrouped) {}

  /** The same list from behind that place on. */
  public Selection after(Cursor place) {
    return new Selection(attributes, from, to, anyDay, limit, place, through, order);
  }

  /** The place of an item in the list. */
  public Cursor at(String of, AsOf asOf, String order, String subject) {
    return new Cursor(asOf, anyDay, fingerprint(of), order, subject);
  }

  /** The same of what holds on the day asked about alone. */
  public Selection on() {
    return new Selection(attributes, from, to, false, limit, after, through, order);
  }

  /** All that has the attributes, on whatever days. */
  public static Selection anyDay(Set<FilterAttribute> attributes) {
    return new Selection(attributes, null, null, true, ALL, null);
  }

  /** The same list, however long it is, in one page. */
  public Selection whole() {
    return new Selection(attributes, from, to, anyDay, ALL, after, through, order);
  }

  /**
   * Whom an item is of by way of another subject: the party of a trip is the one that the traveller
   * serves on some day of it. What others record of that subject is not known to the item's own
   * row.
   *
   * @param attribute the name of the attributes that an item may have in this way too
   * @param concept of the other subject, whose id the item has as {@link #by}
   * @param model that tells of the other subject
   * @param beside what the other subject must have on that day besides
   */
  public record Through(
      String attribute, String concept, ReadModel<?> model, Set<FilterAttribute> beside) {
    /** Comes before all other names, so that it is the first in a text of attributes. */
    public static final String NAME = "!";

    /** The attribute by which an item has the other subject's id; an item has one at most. */
    public static FilterAttribute by(String id) {
      return new FilterAttribute(NAME, id);
    }

    /** The ids of the other subjects that have the attribute at some time. */
    public Set<String> having(FilterAttribute one, AsOf asOf) {
      Set<FilterAttribute> all = new HashSet<>(beside);
      all.add(one);
      return model.subjects(anyDay(all), asOf).stream()
          .map(subject -> subject.substring(concept.length() + 1))
          .collect(Collectors.toSet());
    }

    /** Under what the items of such a subject are indexed. */
    String key(String table) {
      return "'%s=' || substring(%s.holder from %d)".formatted(NAME, table, concept.length() + 2);
    }

    /** What the attributes of such an item begin with. */
    static String begin() {
      return "|!!=%"; // in a pattern, where the mark itself is escaped
    }

    /** The other subject of a row of the table. */
    String subject(String table) {
      String behind = "substring(%s.attributes from %d)".formatted(table, 2 + NAME.length() + 1);
      return "'%s/' || substring(%s from 1 for position('|' in %s) - 1)"
          .formatted(concept, behind, behind);
    }
  }
}
