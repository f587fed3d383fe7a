package org.chancery.command.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.trip.Stop;

/** Those who travelled in one office: as they are on record, and as a release tells of them. */
final class Travellers {
  private final Map<OfficialId, List<TripOnRecord>> onRecord;
  private final Survey survey;
  private final Map<OfficialId, Set<Stop>> told = new LinkedHashMap<>();
  private final Set<OfficialId> doubted = new HashSet<>();

  Travellers(Map<OfficialId, List<TripOnRecord>> onRecord, Survey survey) {
    this.onRecord = onRecord;
    this.survey = survey;
  }

  /** Finds a traveller's journeys on record; each trip is found once in a release. */
  Reconciliation reconcile(OfficialId traveller, List<Journey> journeys) {
    List<OfficialId> ids = new ArrayList<>(List.of(traveller));
    formerId(journeys).ifPresent(ids::add);
    ids.forEach(id -> told.computeIfAbsent(id, _ -> new HashSet<>()).addAll(stays(journeys)));
    if (survey.doubts(traveller)) {
      doubted.addAll(ids);
    }
    List<TripOnRecord> trips =
        ids.stream().flatMap(id -> onRecord.getOrDefault(id, List.of()).stream()).toList();
    Reconciliation found = Reconciliation.of(journeys, trips);
    journeys.stream().map(found::tripOf).filter(Objects::nonNull).forEach(this::take);
    return found;
  }

  private void take(TripOnRecord trip) {
    onRecord.computeIfPresent(
        trip.trip().traveller(),
        (_, trips) -> {
          trips.remove(trip);
          return trips;
        });
  }

  /**
   * Under which other id, of which the release no longer tells, most of these very stays stand: ids
   * of persons change too.
   */
  private Optional<OfficialId> formerId(List<Journey> journeys) {
    Set<Stop> stays = stays(journeys);
    return onRecord.keySet().stream()
        .filter(other -> !survey.tellsOf(other))
        .filter(other -> sharesMost(other, stays))
        .max(Comparator.comparing(OfficialId::value));
  }

  private static Set<Stop> stays(List<Journey> journeys) {
    return journeys.stream()
        .flatMap(journey -> journey.stops().stream())
        .collect(Collectors.toSet());
  }

  private boolean sharesMost(OfficialId other, Set<Stop> stays) {
    List<Stop> theirs =
        onRecord.getOrDefault(other, List.of()).stream()
            .flatMap(trip -> trip.trip().stops().stream())
            .toList();
    long shared = theirs.stream().filter(stays::contains).count();
    return shared * 2 > theirs.size();
  }

  /** What no journey of those told of was found to be, as far as the release may say so. */
  List<TripOnRecord> gone() {
    return notFound().filter(trip -> !doubted.contains(trip.trip().traveller())).toList();
  }

  /** The same of those of whom the release could not be read in full. */
  List<TripOnRecord> missed() {
    return notFound().filter(trip -> doubted.contains(trip.trip().traveller())).toList();
  }

  /** True where all stops of a trip that was not found stand in others of the traveller's. */
  boolean tellsElsewhere(TripOnRecord trip) {
    return told.getOrDefault(trip.trip().traveller(), Set.of()).containsAll(trip.trip().stops());
  }

  private Stream<TripOnRecord> notFound() {
    return told.keySet().stream()
        .flatMap(traveller -> onRecord.getOrDefault(traveller, List.of()).stream())
        .filter(trip -> trip.yieldsTo(survey.release()));
  }
}
