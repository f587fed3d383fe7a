package org.chancery.intake.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.intake.source.Prose;
import org.chancery.shared.PartyId;

/**
 * By which names the countries of the sources are known: their ids spelled out, their names of
 * today, and in a table what the published travels and relations call them besides. What stands in
 * brackets after a name is not looked at.
 */
public final class CountryNames {
  private static final Map<PartyId, Set<String>> NAMES = new HashMap<>();
  private static final Map<String, PartyId> COUNTRIES = new HashMap<>();

  static {
    Gazetteer.countries().forEach(country -> add(country, Gazetteer.entry(country).name()));
    GazetteerExceptions.ALIASES.forEach((alias, id) -> add(new PartyId(id), alias));
    table().forEach(line -> add(new PartyId(line[0]), line[1]));
  }

  private CountryNames() {}

  private static void add(PartyId country, String name) {
    NAMES.computeIfAbsent(country, _ -> new HashSet<>()).add(Prose.slug(name));
    COUNTRIES.putIfAbsent(Prose.slug(name), country);
  }

  /** Why a country that goes by the name is to be questioned; normally empty. */
  public static List<String> doubts(PartyId country, String name) {
    List<String> doubts = new ArrayList<>();
    boolean isListed = isListed(country);
    if (!isListed) {
      doubts.add(unlisted(country));
    }
    if (!isNameOf(country, name)) {
      PartyId other = COUNTRIES.get(Prose.slug(name));
      if (other != null) {
        doubts.add("names %s %s, the name of %s".formatted(country, name, other));
      } else if (isListed) {
        doubts.add("names %s %s, a name it is not known by".formatted(country, name));
      }
    }
    return doubts;
  }

  public static boolean isListed(PartyId country) {
    return NAMES.containsKey(country) || Gazetteer.holds(country) || Existence.isTold(country);
  }

  public static String unlisted(PartyId country) {
    return "%s is in no list of countries: kept under the id of its source".formatted(country);
  }

  private static boolean isNameOf(PartyId country, String name) {
    String withoutBrackets = name.replaceFirst("(?<=.)\\(.*", "");
    return isName(country, Prose.slug(name)) || isName(country, Prose.slug(withoutBrackets));
  }

  private static boolean isName(PartyId country, String name) {
    return name.equals(country.value())
        || name.equals(Prose.slug(Gazetteer.entry(country).name()))
        || NAMES.getOrDefault(country, Set.of()).contains(name);
  }

  private static List<String[]> table() {
    try (InputStream table =
        Objects.requireNonNull(CountryNames.class.getResourceAsStream("country-names.csv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
