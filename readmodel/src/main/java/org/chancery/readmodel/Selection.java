package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.Set;
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
 */
public record Selection(
    Set<FilterAttribute> attributes,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean anyDay,
    int limit,
    @Nullable Cursor after,
    @Nullable Through through) {

  public Selection(
      Set<FilterAttribute> attributes,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean anyDay,
      int limit,
      @Nullable Cursor after) {
    this(attributes, from, to, anyDay, limit, after, null);
  }

  /** The same list, where items may have some attributes by way of other subjects too. */
  public Selection through(Through other) {
    return new Selection(attributes, from, to, anyDay, limit, after, other);
  }

  /** True where what does not overlap a span is left out. */
  public boolean hasSpan() {
    return from != null || to != null;
  }

  /** What tells the list of what is so named from others; how long a page is does not matter. */
  String fingerprint(String of) {
    return Cursor.fingerprint(of, FilterAttribute.text(attributes), from, to);
  }

  /** The same list from behind that place on. */
  public Selection after(Cursor place) {
    return new Selection(attributes, from, to, anyDay, limit, place, through);
  }

  /** The place of an item in the list. */
  public Cursor at(String of, AsOf asOf, String order, String subject) {
    return new Cursor(asOf, anyDay, fingerprint(of), order, subject);
  }

  /** The same of what holds on the day asked about alone. */
  public Selection on() {
    return new Selection(attributes, from, to, false, limit, after, through);
  }

  /** All that has the attributes, on whatever days. */
  public static Selection anyDay(Set<FilterAttribute> attributes) {
    return new Selection(attributes, null, null, true, Integer.MAX_VALUE - 1, null);
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
