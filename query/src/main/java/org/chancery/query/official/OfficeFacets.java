package org.chancery.query.official;

import java.util.LinkedHashSet;
import java.util.Set;
import org.chancery.query.Filter;
import org.chancery.query.asof.Facet;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * By what an office may be asked for: "Secretary of State" by its full name, as {@code
 * secretary-of-state}, and as {@code secretary}.
 */
public final class OfficeFacets {
  private static final String NAME = "office";
  private static final String ANY = "*"; // no office reads like it

  /** What everyone has who holds an office, or perhaps holds it. */
  public static final Facet PERHAPS_IN_ANY = new Facet(name(Certainty.INDETERMINATE), ANY);

  private OfficeFacets() {}

  public static Set<Facet> of(String office) {
    return of(NAME, office);
  }

  /** An office that is surely held is also perhaps held, and is not ruled out. */
  static Set<Facet> of(Held held) {
    Set<Facet> facets = new LinkedHashSet<>();
    for (Certainty least : Certainty.values()) {
      if (held.held().compareTo(least) <= 0) {
        facets.addAll(of(name(least), held.office()));
        facets.add(new Facet(name(least), ANY));
      }
    }
    return facets;
  }

  /**
   * Keeps whoever is in the office, or in any where none is given.
   *
   * @param least how sure it must be at least
   */
  static Filter filter(@Nullable String office, Certainty least) {
    return Filter.facet(name(least), office == null ? ANY : office);
  }

  private static String name(Certainty least) {
    return least == Certainty.UNKNOWN ? NAME : NAME + "-" + Choice.text(least);
  }

  private static Set<Facet> of(String name, String office) {
    String slug = Facet.slug(office);
    Set<Facet> facets = new LinkedHashSet<>();
    facets.add(new Facet(name, office.strip()));
    facets.add(new Facet(name, slug));
    facets.add(new Facet(name, slug.split("-", 2)[0]));
    return facets;
  }
}
