package org.chancery.intake.mission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of one person in one post among those on record. What a source calls them drifts
 * from release to release, so their turns decide, and their ids where those are all that is alike.
 */
final class AppointmentMatching {
  private final IdentityHashMap<Told, Map<String, StatementOnRecord>> found =
      new IdentityHashMap<>();

  /**
   * A term as a release tells it.
   *
   * @param record what the release calls it
   */
  record Told(Appointment appointment, String record, List<TermStatement> statements) {}

  private record Likeness(Told told, Map<String, StatementOnRecord> known, int score) {}

  static AppointmentMatching of(List<Told> all, Map<String, Map<String, StatementOnRecord>> known) {
    AppointmentMatching matching = new AppointmentMatching();
    List<Likeness> alike = new ArrayList<>();
    for (Told told : all) {
      known.forEach(
          (record, term) -> alike.add(new Likeness(told, term, score(told, record, term))));
    }
    alike.sort(Comparator.comparingInt(Likeness::score).reversed());
    Set<Map<String, StatementOnRecord>> taken = new HashSet<>();
    for (Likeness each : alike) {
      if (each.score() > 0 && !matching.found.containsKey(each.told()) && taken.add(each.known())) {
        matching.found.put(each.told(), each.known());
      }
    }
    return matching;
  }

  private static int score(Told told, String record, Map<String, StatementOnRecord> term) {
    int shared = 0;
    for (TermStatement statement : told.statements()) {
      StatementOnRecord known = term.get(statement.slot());
      shared += known != null && known.on().equals(statement.on()) ? 2 : 0;
    }
    return shared + (told.record().equals(record) ? 1 : 0);
  }

  /** The term on record, by its turns; null where it is new. */
  @Nullable Map<String, StatementOnRecord> termOf(Told told) {
    return found.get(told);
  }

  boolean holds(Map<String, StatementOnRecord> term) {
    return found.containsValue(term);
  }
}
