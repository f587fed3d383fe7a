package org.chancery.query.asof;

import java.util.Set;

/**
 * Whom an item is of by way of another subject: the party of a trip is the one that the traveller
 * serves on some day of it. What others record of that subject is not known to the item's own row.
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
