package org.chancery.query.official;

import java.util.LinkedHashSet;
import java.util.Set;
import org.chancery.query.Filter;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.Choice;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * By what an office may be asked for: "Secretary of State" by its full name, as {@code
 * secretary-of-state}, and as {@code secretary}.
 */
public final class OfficeAttributes {
  private static final String NAME = "office";
  private static final String ANY = "*"; // no office reads like it

  /** What everyone has who holds an office, or perhaps holds it. */
  public static final FilterAttribute PERHAPS_IN_ANY =
      new FilterAttribute(name(Certainty.INDETERMINATE), ANY);

  private OfficeAttributes() {}

  public static Set<FilterAttribute> of(String office) {
    return of(NAME, office);
  }

  /** True where an office may be asked for by that name. */
  public static boolean isCalled(String office, String name) {
    return of(office).stream().anyMatch(asked -> TextForm.areAlike(asked.value(), name));
  }

  /** An office that is surely held is also perhaps held, and is not ruled out. */
  static Set<FilterAttribute> of(Held held) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    for (Certainty least : Certainty.values()) {
      if (held.held().compareTo(least) <= 0) {
        attributes.addAll(of(name(least), held.office()));
        attributes.add(new FilterAttribute(name(least), ANY));
      }
    }
    return attributes;
  }

  /**
   * Keeps whoever is in the office, or in any where none is given.
   *
   * @param least how sure it must be at least
   */
  static Filter filter(@Nullable String office, Certainty least) {
    return Filter.attribute(name(least), office == null ? ANY : office);
  }

  private static String name(Certainty least) {
    return least == Certainty.UNKNOWN ? NAME : NAME + "-" + Choice.text(least);
  }

  private static Set<FilterAttribute> of(String name, String office) {
    String slug = FilterAttribute.slug(office);
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(new FilterAttribute(name, office.strip()));
    attributes.add(new FilterAttribute(name, slug));
    attributes.add(new FilterAttribute(name, slug.split("-", 2)[0]));
    return attributes;
  }
}
