package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.jspecify.annotations.Nullable;

/** In words, how a release tells a trip otherwise than it is on record. */
final class TripDifferences {
  private final List<String> found = new ArrayList<>();

  private TripDifferences() {}

  static String between(TripOnRecord before, Journey now, @Nullable LocalDate release) {
    TripDifferences differences = new TripDifferences();
    differences.travellers(before.trip(), now.first());
    differences.stops(new ArrayList<>(before.stops()), new ArrayList<>(now.stopsAsRead()));
    String words =
        "The release of %s has it otherwise: %s"
            .formatted(named(release), String.join("; ", differences.found));
    return words.length() <= Require.TEXT_LIMIT ? words : words.substring(0, Require.TEXT_LIMIT);
  }

  static String name(String now, String before, @Nullable LocalDate release) {
    return "The release of %s names the official %s, not %s".formatted(named(release), now, before);
  }

  /**
   * @param toldElsewhere true where it tells all its stops, as of other trips
   */
  static String gone(@Nullable LocalDate release, boolean toldElsewhere) {
    String how =
        toldElsewhere ? "has the stops of this trip in another" : "no longer has this trip";
    return "The release of %s %s".formatted(named(release), how);
  }

  private static String named(@Nullable LocalDate release) {
    return release == null ? "an unknown day" : release.toString();
  }

  private void travellers(TripRecorded before, Leg now) {
    if (!before.traveller().equals(now.traveller())) {
      found.add("the traveller is %s, not %s".formatted(now.traveller(), before.traveller()));
    }
  }

  /** The most alike are compared with each other; the rest came or went. */
  private void stops(List<Stop> before, List<Stop> now) {
    before.removeIf(now::remove);
    while (!before.isEmpty() && !now.isEmpty()) {
      Stop old = before.removeFirst();
      Stop like =
          now.stream().max(Comparator.comparingInt(stop -> SimilarityScore.of(old, stop))).get();
      if (SimilarityScore.of(old, like) > SimilarityScore.NONE) {
        now.remove(like);
        changed(old, like);
      } else {
        found.add("%s is gone".formatted(told(old)));
      }
    }
    before.forEach(stop -> found.add("%s is gone".formatted(told(stop))));
    now.forEach(stop -> found.add("%s is new".formatted(told(stop))));
  }

  private void changed(Stop before, Stop now) {
    List<String> fields = new ArrayList<>();
    field(fields, "country", before.country(), now.country());
    field(fields, "name of the country", before.countryName(), now.countryName());
    field(fields, "places", before.places(), now.places());
    field(fields, "dates", before.dates(), now.dates());
    field(fields, "remarks", before.note(), now.note());
    found.add(
        fields.isEmpty()
            ? "the order of stops"
            : "%s: %s".formatted(told(before), String.join(", ", fields)));
  }

  private static void field(
      List<String> fields, String name, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      fields.add("%s \"%s\", not \"%s\"".formatted(name, now, before));
    }
  }

  private static String told(Stop stop) {
    return "%s, %s".formatted(stop.country(), stop.dates());
  }
}
