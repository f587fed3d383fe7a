package org.chancery.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;

/** Drafts a trip for each journey, after registering whom and what it names. */
final class TripDrafts {
  /** Leaves room in an id for the day and a number. */
  private static final int TRAVELLER_LENGTH = 46;

  private final Consumer<Reading> into;
  private final Registrations registrations;
  private final Map<String, Integer> idsGiven = new HashMap<>();

  TripDrafts(Consumer<Reading> into) {
    this.into = into;
    this.registrations = new Registrations(into);
  }

  void draft(Journey journey, boolean fileIsComplete) {
    List<String> flags = new ArrayList<>(Suspicions.about(journey));
    if (!fileIsComplete) {
      flags.add("the file could not be read to its end, so legs may be missing");
    }
    try {
      register(journey, flags);
      into.accept(trip(journey, flags));
    } catch (InvalidValue fault) {
      into.accept(
          new Malformed(
              journey.first().file(), journey.first().line(), String.valueOf(fault.getMessage())));
    }
  }

  private void register(Journey journey, List<String> flags) {
    for (Leg leg : journey.legs()) {
      registrations.party(leg.stop().country(), leg.origin());
      String registered = registrations.traveller(leg);
      if (!registered.equals(leg.name())) {
        flags.add(
            "leg %d names the traveller %s, earlier %s"
                .formatted(leg.id(), leg.name(), registered));
      }
    }
  }

  private Draft trip(Journey journey, List<String> flags) {
    Leg first = journey.first();
    List<Stop> stops = journey.legs().stream().map(Leg::stop).toList();
    TripId id = id(first);
    RecordTrip command = new RecordTrip(id, first.traveller(), first.role().office(), null, stops);
    String key = ContentKey.of("trip", id.value(), content(journey));
    return new Draft(key, command, provenance(journey), first.origin(), flags, false);
  }

  private TripId id(Leg first) {
    String who = first.traveller().value();
    String id = who.substring(0, Math.min(who.length(), TRAVELLER_LENGTH)) + "-" + first.start();
    int given = idsGiven.merge(id, 1, Integer::sum);
    return new TripId(given == 1 ? id : id + "-" + given);
  }

  private static Provenance provenance(Journey journey) {
    return new Provenance(
        null, null, journey.legs().stream().map(OfficeOfTheHistorian::travels).distinct().toList());
  }

  private static List<String> content(Journey journey) {
    return journey.legs().stream().flatMap(TripDrafts::content).toList();
  }

  private static Stream<String> content(Leg leg) {
    Stop stop = leg.stop();
    return Stream.of(
        leg.locator(),
        leg.traveller().value(),
        leg.role().name(),
        stop.country().value(),
        String.valueOf(stop.countryName()),
        String.join("|", stop.places()),
        stop.dates().text(),
        String.valueOf(stop.note()));
  }
}
