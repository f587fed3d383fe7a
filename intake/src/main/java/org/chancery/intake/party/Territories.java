package org.chancery.intake.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of territories, and which of them followed which in the same year. */
final class Territories {
  private final Map<String, Territory> byId = new LinkedHashMap<>();

  /** False, and the first stays, where the id stands already. */
  boolean add(Territory territory) {
    return byId.putIfAbsent(territory.id(), territory) == null;
  }

  Optional<Territory> at(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Stream<Territory> all() {
    return byId.values().stream();
  }

  /** Those that ended in the year in which the territory began. */
  List<Territory> before(Territory territory) {
    return known(territory.predecessors()).filter(before -> follows(before, territory)).toList();
  }

  /**
   * The state that the territory was before under another name: the list has nothing else end when
   * it began, nor anything else begin when that ended; or both have one official name, as the
   * Federal Republic of Germany before and after 1990.
   */
  Optional<Territory> formerly(Territory territory) {
    List<Territory> before = before(territory);
    List<Territory> same =
        before.stream()
            .filter(former -> former.isState() && territory.isState())
            .filter(
                former ->
                    isSameName(former, territory)
                        || (before.size() == 1 && after(former).equals(List.of(territory))))
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private List<Territory> after(Territory territory) {
    return known(territory.successors()).filter(after -> follows(territory, after)).toList();
  }

  private Stream<Territory> known(List<String> ids) {
    return ids.stream().map(byId::get).filter(Objects::nonNull);
  }

  private static boolean follows(Territory before, Territory after) {
    return !before.until().isEmpty() && before.until().equals(after.since());
  }

  private static boolean isSameName(Territory one, Territory other) {
    return !one.longName().isEmpty() && one.longName().equals(other.longName());
  }
}
