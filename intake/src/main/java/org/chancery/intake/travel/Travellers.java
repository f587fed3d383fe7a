package org.chancery.intake.travel;

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
import org.chancery.shared.OfficialId;
import org.chancery.shared.trip.Stop;

/** Those who travelled in one office: as they are on record, and as a release tells of them. */
final class Travellers {
  private final Map<OfficialId, List<TripOnRecord>> onRecord;
  private final ReleaseScan survey;
  private final Map<OfficialId, Set<Stop>> told = new LinkedHashMap<>();
  private final Map<OfficialId, OfficialId> renamed = new LinkedHashMap<>();

  Travellers(Map<OfficialId, List<TripOnRecord>> onRecord, ReleaseScan survey) {
    this.onRecord = onRecord;
    this.survey = survey;
  }

  /** Finds a traveller's journeys on record; each trip is found once in a release. */
  RecordMatching reconcile(OfficialId traveller, List<Journey> journeys) {
    Set<Stop> stays = stays(journeys);
    told.computeIfAbsent(traveller, _ -> new HashSet<>()).addAll(stays);
    List<TripOnRecord> trips = new ArrayList<>(onRecord.getOrDefault(traveller, List.of()));
    formerId(traveller, stays)
        .ifPresent(
            former -> {
              renamed.put(former, traveller);
              told.computeIfAbsent(former, _ -> new HashSet<>()).addAll(stays);
              survey.doubts().share(traveller, former);
              trips.addAll(onRecord.getOrDefault(former, List.of()));
            });
    RecordMatching found =
        survey.doubts().concern(traveller)
            ? RecordMatching.ofParts(journeys, trips)
            : RecordMatching.of(journeys, trips);
    journeys.stream().map(found::tripOf).filter(Objects::nonNull).forEach(this::take);
    return found;
  }

  private void take(TripOnRecord trip) {
    List<TripOnRecord> trips = onRecord.get(trip.trip().traveller());
    if (trips != null) {
      trips.remove(trip);
    }
  }

  /**
   * Under which other id, of which the release no longer tells, most of these very stays stand: ids
   * of persons change too.
   */
  private Optional<OfficialId> formerId(OfficialId traveller, Set<Stop> stays) {
    boolean isWhole = !survey.doubts().concern(traveller);
    return onRecord.keySet().stream()
        .filter(other -> !survey.tellsOf(other))
        .filter(other -> sharesMost(other, stays, isWhole))
        .max(Comparator.comparing(OfficialId::value));
  }

  private static Set<Stop> stays(List<Journey> journeys) {
    return journeys.stream()
        .flatMap(journey -> journey.stopsAsRead().stream())
        .collect(Collectors.toSet());
  }

  private boolean sharesMost(OfficialId other, Set<Stop> stays, boolean isWhole) {
    List<Stop> theirs =
        onRecord.getOrDefault(other, List.of()).stream()
            .flatMap(trip -> trip.stops().stream())
            .toList();
    long shared = theirs.stream().filter(stays::contains).count();
    return shared * 2 > (isWhole ? theirs.size() : Math.min(theirs.size(), stays.size()));
  }

  /** What no journey of those told of was found to be, as far as the release may say so. */
  List<TripOnRecord> gone() {
    return told.keySet().stream()
        .flatMap(traveller -> onRecord.getOrDefault(traveller, List.of()).stream())
        .filter(trip -> trip.yieldsTo(survey.release()))
        .toList();
  }

  /** Ids that the release has replaced by others, with these. */
  Map<OfficialId, OfficialId> renamed() {
    return renamed;
  }

  /** True where all stops of a trip that was not found stand in others of the traveller's. */
  boolean tellsElsewhere(TripOnRecord trip) {
    return told.getOrDefault(trip.trip().traveller(), Set.of()).containsAll(trip.stops());
  }
}
