package org.chancery.query.official;

import java.util.LinkedHashSet;
import java.util.Set;
import org.chancery.query.asof.Facet;

/**
 * By what an office may be asked for: "Secretary of State" by its full name, as {@code
 * secretary-of-state}, and as {@code secretary}.
 */
public final class OfficeFacets {
  private static final String NAME = "office";

  /** What everyone in office has; no office reads like it. */
  static final Facet OF_ANY = new Facet(NAME, "*");

  private OfficeFacets() {}

  public static Set<Facet> of(String office) {
    String slug = Facet.slug(office);
    Set<Facet> facets = new LinkedHashSet<>();
    facets.add(new Facet(NAME, office.strip()));
    facets.add(new Facet(NAME, slug));
    facets.add(new Facet(NAME, slug.split("-", 2)[0]));
    return facets;
  }
}
