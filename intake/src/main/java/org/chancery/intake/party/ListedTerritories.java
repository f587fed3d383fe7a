package org.chancery.intake.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.party.FormerNames.Names;
import org.chancery.intake.party.PartyReader.ListedParty;
import org.chancery.intake.source.Prose;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Which territory of the list a country is: the one of its id, or the one from which the readers
 * have its years, or the only one that is called so. Of the others nothing is certain.
 */
final class ListedTerritories {
  private final Territories territories;
  private final Map<PartyId, Territory> byParty = new LinkedHashMap<>();
  private final Map<String, PartyId> owners = new HashMap<>();
  private final Map<String, PartyId> called = new HashMap<>();
  private final Set<String> ids;
  private final FormerNames formerNames;

  ListedTerritories(Territories territories, Collection<ListedParty> parties) {
    this.territories = territories;
    this.ids =
        parties.stream().map(party -> party.country().party().value()).collect(Collectors.toSet());
    for (ListedParty party : parties) {
      called.put(party.country().party().value(), party.country().party());
      names(party.country())
          .forEach(name -> called.putIfAbsent(Prose.slug(name), party.country().party()));
    }
    for (ListedParty party : parties) {
      find(party.country())
          .ifPresent(
              territory -> {
                byParty.put(party.country().party(), territory);
                owners.putIfAbsent(territory.id(), party.country().party());
              });
    }
    this.formerNames = new FormerNames(territories, this::isOfAnother);
  }

  private static Stream<String> names(Country country) {
    return Stream.concat(Stream.of(country.label()), country.namesSeen().stream())
        .flatMap(name -> Stream.of(name, name.replaceFirst("(?<=.)\\(.*", "")))
        .filter(name -> !name.isBlank());
  }

  private Optional<Territory> find(Country country) {
    return territories
        .at(country.party().value())
        .or(() -> vetted(country.party()).flatMap(territories::at))
        .or(() -> territories.at(country.id()))
        .or(() -> onlyOneCalled(Prose.slug(country.label())));
  }

  /** The territory from which the readers have when a party existed. */
  private static Optional<String> vetted(PartyId party) {
    String source = Gazetteer.source(party);
    return source.startsWith(Territory.LOCATOR)
        ? Optional.of(source.substring(Territory.LOCATOR.length()))
        : Optional.empty();
  }

  private Optional<Territory> onlyOneCalled(String name) {
    List<Territory> all =
        name.isEmpty()
            ? List.of()
            : territories
                .all()
                .filter(
                    territory ->
                        Prose.slug(territory.shortName()).equals(name)
                            || Prose.slug(territory.longName()).equals(name))
                .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** What the party is to be registered with. */
  RegisterParty entry(ListedParty listed) {
    PartyId party = listed.country().party();
    RegisterParty known = Gazetteer.entry(party);
    List<String> codes = listed.country().codes();
    return new RegisterParty(
        party,
        known.name(),
        known.kind(),
        codes.isEmpty() ? known.codes() : codes,
        existed(party, known.existed()),
        succeeds(party, known.succeeds()));
  }

  /** The years of the list, in place of those that the readers have from it. */
  private @Nullable EdtfSpan existed(PartyId party, @Nullable EdtfSpan known) {
    Territory territory = vetted(party).flatMap(territories::at).orElse(null);
    if (known == null || territory == null || territory.isReversed()) {
      return known;
    }
    String start = known.start() == null ? ".." : year(territory.since(), known.start().text());
    String end = known.end() == null ? ".." : year(territory.until(), known.end().text());
    return EdtfSpan.parse(start + "/" + end);
  }

  private static String year(String listed, String known) {
    return listed.isEmpty() ? known : listed;
  }

  /** And the countries whose territories ended when this one's began. */
  private List<PartyId> succeeds(PartyId party, List<PartyId> known) {
    Set<PartyId> all = new LinkedHashSet<>(known);
    Territory territory = byParty.get(party);
    if (territory != null) {
      territories.before(territory).stream()
          .flatMap(before -> Stream.ofNullable(owners.get(before.id())))
          .filter(before -> !before.equals(party))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  Names namesOf(ListedParty listed, String registered) {
    PartyId party = listed.country().party();
    Territory territory = byParty.get(party);
    return territory == null
        ? new Names(List.of(), List.of(), List.of())
        : formerNames.of(party, registered, territory);
  }

  /** The row of a country, with that of its territory where one is known. */
  Provenance provenance(ListedParty listed) {
    Territory territory = byParty.get(listed.country().party());
    Source country = listed.country().source();
    return new Provenance(
        null,
        null,
        territory == null ? List.of(country) : List.of(country, Territory.source(territory.id())));
  }

  /** What a careful reader would ask about the row. */
  List<String> doubts(ListedParty listed) {
    Country country = listed.country();
    List<String> doubts = new ArrayList<>(country.doubts());
    listed.aliases().forEach(alias -> doubts.addAll(alias.doubts()));
    if (country.label().isEmpty()) {
      doubts.add("the list has nothing of %s but the id".formatted(country.id()));
    }
    List<String> known = Gazetteer.entry(country.party()).codes();
    if (!country.codes().isEmpty() && !known.isEmpty() && !country.codes().equals(known)) {
      doubts.add("has the codes %s, not %s".formatted(country.codes(), known));
    }
    Territory territory = byParty.get(country.party());
    if (territory != null) {
      doubts.addAll(territory.doubts());
      if (territory.isReversed()) {
        doubts.add(
            "the list has %s end in %s, before it begins in %s"
                .formatted(territory.id(), territory.until(), territory.since()));
      }
    }
    return doubts;
  }

  /** True where another country of the list is meant: by its territory, or by its name. */
  private boolean isOfAnother(Territory territory, PartyId than) {
    PartyId owner = owners.get(territory.id());
    return owner != null
        ? !owner.equals(than)
        : Stream.of(territory.shortName(), territory.longName(), territory.idInWords())
            .map(Prose::slug)
            .anyMatch(name -> isNameOfAnother(name, than));
  }

  /** "Kingdom of the Two Sicilies" is two-sicilies. */
  private boolean isNameOfAnother(String name, PartyId than) {
    PartyId other = called.get(name);
    if (other != null || name.isEmpty()) {
      return other != null && !other.equals(than);
    }
    String own = than.value();
    return !name.startsWith(own + "-")
        && !name.endsWith("-" + own)
        && ids.stream().anyMatch(id -> name.endsWith("-" + id));
  }
}
