package org.chancery.intake.travel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each journey of a release the trip on record that is the same one, by content. The most
 * alike are joined first; what is joined once is not joined again.
 */
final class RecordMatching {

  private record Pair(Journey journey, TripOnRecord trip, int likeness) {}

  private final Map<Journey, TripOnRecord> joined = new HashMap<>();

  private RecordMatching() {}

  static RecordMatching of(List<Journey> journeys, List<TripOnRecord> trips) {
    RecordMatching reconciliation = new RecordMatching();
    Set<TripOnRecord> taken = new HashSet<>();
    for (Pair pair : pairs(journeys, trips)) {
      if (!reconciliation.joined.containsKey(pair.journey()) && taken.add(pair.trip())) {
        reconciliation.joined.put(pair.journey(), pair.trip());
      }
    }
    return reconciliation;
  }

  /**
   * The same where legs may be missing: what is left of a journey may look like several. None of
   * them is a journey of its own where a trip on record had days of it.
   */
  static RecordMatching ofParts(List<Journey> journeys, List<TripOnRecord> trips) {
    RecordMatching reconciliation = of(journeys, trips);
    for (Journey journey : journeys) {
      trips.stream()
          .filter(trip -> trip.mayShareADayWith(journey))
          .findFirst()
          .ifPresent(trip -> reconciliation.joined.putIfAbsent(journey, trip));
    }
    return reconciliation;
  }

  private static List<Pair> pairs(List<Journey> journeys, List<TripOnRecord> trips) {
    List<Pair> pairs = new ArrayList<>();
    for (Journey journey : journeys) {
      List<Stop> stops = journey.stopsAsRead();
      for (TripOnRecord trip : trips) {
        int likeness = SimilarityScore.of(stops, trip.stops());
        if (likeness > SimilarityScore.NONE) {
          pairs.add(new Pair(journey, trip, likeness));
        }
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::likeness).reversed());
    return pairs;
  }

  /** The trip that the journey is, or null where none is on record. */
  @Nullable TripOnRecord tripOf(Journey journey) {
    return joined.get(journey);
  }
}
