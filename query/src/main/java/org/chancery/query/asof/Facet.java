package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.shared.Choice;

/** A name and value by which lists may be filtered; compared without regard to case. */
public record Facet(String name, String value) {
  private static final String EDGE = "|";
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  /** A facet whose value is one of a fixed set, written as over REST. */
  public static Facet of(String name, Enum<?> value) {
    return new Facet(name, Choice.text(value));
  }

  /** The value as it stands in a path: letters and digits, the rest a hyphen. */
  public static String slug(String text) {
    String hyphened = OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    return ENDS.matcher(hyphened).replaceAll("");
  }

  /** All facets in one text, each between edges, so that one can be looked for with LIKE. */
  static String text(Collection<Facet> facets) {
    List<String> tokens = new ArrayList<>(facets.size());
    facets.forEach(facet -> tokens.add(facet.token()));
    Collections.sort(tokens);
    return EDGE + String.join(EDGE, tokens) + EDGE;
  }

  String pattern() {
    return "%" + EDGE + token().replaceAll("([!%_])", "!$1") + EDGE + "%";
  }

  private String token() {
    return name + "=" + value.toLowerCase(Locale.ROOT).replace(EDGE, " ");
  }
}
