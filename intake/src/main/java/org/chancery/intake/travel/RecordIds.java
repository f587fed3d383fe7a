package org.chancery.intake.travel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in a release each id of a leg stands: once, in a sound one. */
final class RecordIds {
  /** More than a trip has stops, so that one of another journey is always found. */
  private static final int MOST = 502;

  private final Map<Integer, List<String>> places = new HashMap<>();

  void add(Leg leg) {
    List<String> known = places.computeIfAbsent(leg.id(), _ -> new ArrayList<>(1));
    if (known.size() < MOST) {
      known.add(place(leg));
    }
  }

  /** What to say of a leg whose id stands outside its journey too. */
  Optional<String> sharing(Leg leg, Journey journey) {
    List<String> known = places.getOrDefault(leg.id(), List.of());
    if (known.size() < 2) {
      return Optional.empty();
    }
    Set<String> own = new HashSet<>();
    journey.legs().forEach(each -> own.add(place(each)));
    return known.stream()
        .filter(place -> !own.contains(place))
        .findFirst()
        .map("shares its id with another record: %s"::formatted);
  }

  private static String place(Leg leg) {
    return "%s, line %d".formatted(leg.file(), leg.line());
  }
}
