package org.chancery.intake.travel;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.shared.OfficialId;
import org.jspecify.annotations.Nullable;

/**
 * Of whom not all that a release tells could be read. That it lacks something of them says nothing,
 * for it may stand where it could not be read.
 */
final class IncompleteSources {
  private final Map<String, String> placesByFile = new HashMap<>();
  private final Map<OfficialId, String> placesByTraveller = new HashMap<>();

  void add(LegFile file) {
    for (LegFault fault : file.faults()) {
      if (fault.traveller() != null) {
        placesByTraveller.putIfAbsent(fault.traveller(), fault.place());
      } else if (placesByFile.putIfAbsent(fault.file(), fault.place()) == null) {
        file.travellers().forEach(one -> placesByTraveller.putIfAbsent(one, fault.place()));
      }
    }
  }

  /** Reaches those of whom a file told when it could be read. */
  void reach(Stream<TripOnRecord> trips) {
    trips.forEach(
        trip ->
            trip.files()
                .filter(placesByFile::containsKey)
                .forEach(
                    file ->
                        placesByTraveller.putIfAbsent(trip.traveller(), placesByFile.get(file))));
  }

  /** What holds for one id of a person holds for the other. */
  void share(OfficialId one, OfficialId other) {
    copy(one, other);
    copy(other, one);
  }

  private void copy(OfficialId from, OfficialId to) {
    String place = placesByTraveller.get(from);
    if (place != null) {
      placesByTraveller.putIfAbsent(to, place);
    }
  }

  /** Why nothing of the traveller may be corrected or retracted; null where all could be read. */
  @Nullable String about(OfficialId traveller) {
    String place = placesByTraveller.get(traveller);
    return place == null
        ? null
        : "not all that the release tells of %s could be read (%s)".formatted(traveller, place);
  }

  boolean concern(OfficialId traveller) {
    return placesByTraveller.containsKey(traveller);
  }
}
