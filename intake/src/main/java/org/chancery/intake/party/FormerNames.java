package org.chancery.intake.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.Prose;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What a country was called before, as the list of territories has it. Where the list's short name
 * of a time is that of today, the country was called as it is; where it is another, it was called
 * by its official name, or by the short one where the list has no other.
 */
final class FormerNames {
  /** What the list has of names that is not certain, and why. */
  private static final Map<String, String> DOUBTFUL =
      Map.of(
          "abyssinia-1974", "a name that others gave it",
          "durrani-empire-1978", "the empire had ended long before the year that the list has",
          "federation-of-mali-1960", "the federation was of two states",
          "kongo-1914", "the list has a kingdom of another time become the state",
          "russian-empire-1917", "a country id of its own names it",
          "senegambia-1989", "the confederation was of two states that went on",
          "united-kingdom-of-portugal-brazil-and-algarves-1822", "the name of two states");

  private final Territories territories;
  private final PartyOfTerritory owners;

  /** Whether another country of the list is meant by a territory. */
  @FunctionalInterface
  interface PartyOfTerritory {
    boolean isOfAnother(Territory territory, PartyId than);
  }

  /**
   * A name from a year on.
   *
   * @param territory the row that says so
   */
  record Naming(String name, EdtfDate on, String territory) {}

  /**
   * The names of one country.
   *
   * @param variants by what else the list calls it
   * @param doubts what of the list was left out, and why
   */
  record Names(List<Naming> namings, List<String> variants, List<String> doubts) {}

  FormerNames(Territories territories, PartyOfTerritory owners) {
    this.territories = territories;
    this.owners = owners;
  }

  /**
   * The names of a country in the order of years, but for the one that it is registered under.
   *
   * @param now the territory that it is today, or was last
   */
  Names of(PartyId party, String registered, Territory now) {
    List<String> doubts = new ArrayList<>();
    List<Territory> phases = phases(party, now, doubts);
    List<Naming> namings = new ArrayList<>();
    Set<String> variants = new HashSet<>();
    String before = registered;
    for (Territory phase : phases) {
      variants.add(phase.shortName());
      variants.add(phase.longName());
      String name = name(phase, now, registered);
      if (!AsRead.same(name, before)) {
        namings.add(new Naming(name, EdtfDate.parse(phase.since()), phase.id()));
      }
      before = name;
    }
    variants.remove("");
    return new Names(namings, variants.stream().sorted().toList(), doubts);
  }

  /** Oldest first; what came before a year that the list does not say is left out. */
  private List<Territory> phases(PartyId party, Territory now, List<String> doubts) {
    List<Territory> phases = new ArrayList<>(List.of(now));
    while (true) {
      Territory former = territories.formerly(phases.getFirst()).orElse(null);
      if (former == null || phases.contains(former) || owners.isOfAnother(former, party)) {
        return phases.size() == 1 ? List.of() : phases;
      }
      String doubt = doubt(former);
      if (doubt != null) {
        if (!former.shortName().equals(phases.getFirst().shortName())) {
          doubts.add(
              "left out that it was called %s until %s: %s"
                  .formatted(former.shortName(), former.until(), doubt));
        }
        return phases.size() == 1 ? List.of() : phases;
      }
      phases.addFirst(former);
    }
  }

  private static @Nullable String doubt(Territory former) {
    return former.since().isEmpty()
        ? "the list does not say since when"
        : DOUBTFUL.get(former.id());
  }

  private static String name(Territory phase, Territory now, String registered) {
    if (!Prose.slug(phase.shortName()).equals(Prose.slug(now.shortName()))) {
      return phase.longName().isEmpty() ? phase.shortName() : phase.longName();
    }
    return Prose.slug(registered).equals(Prose.slug(now.shortName()))
            || phase.shortName().contains("(")
        ? registered
        : phase.shortName();
  }
}
