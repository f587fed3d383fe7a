package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.gazetteer.CountryNames;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.CorroborateTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/** Drafts a trip for each journey, after registering whom and what it names. */
final class TripDrafts {
  /** Leaves room in an id for the day and a number. */
  private static final int TRAVELLER_LENGTH = 46;

  private final Consumer<ParsedRecord> into;
  private final TravelsOnRecord known;
  private final @Nullable LocalDate release;
  private final IncompleteSources doubts;
  private final RecordIds records;
  private final Registrations registrations;
  private final TravellerNames names;
  private final Map<String, Integer> idsGiven = new HashMap<>();

  TripDrafts(Consumer<ParsedRecord> into, TravelsOnRecord known, ReleaseScan survey) {
    this.into = into;
    this.known = known;
    this.release = survey.release();
    this.doubts = survey.doubts();
    this.records = survey.records();
    this.registrations = new Registrations(into);
    this.names = new TravellerNames(into, known, survey);
  }

  /** Drafts what the journey asks of the ledger, where the trip is on record as given. */
  void draft(Journey journey, @Nullable TripOnRecord before, LegFile file) {
    List<String> flags = new ArrayList<>(IntakeWarnings.about(journey));
    journey.legs().forEach(leg -> question(leg, journey, file, flags));
    if (!file.isComplete()) {
      flags.add("the file could not be read to its end, so legs may be missing");
    }
    try {
      register(journey, flags);
      into.accept(before == null ? trip(journey, flags) : again(journey, before, flags));
    } catch (InvalidValue fault) {
      into.accept(new RejectedRecord(journey.first().file(), journey.first().line(), null, fault));
    }
  }

  private void question(Leg leg, Journey journey, LegFile file, List<String> flags) {
    List<String> found = new ArrayList<>(file.doubts(leg));
    found.addAll(
        CountryNames.doubts(leg.stop().country(), String.valueOf(leg.stop().countryName())));
    records.sharing(leg, journey).ifPresent(found::add);
    found.forEach(
        doubt -> {
          boolean isOfCountry = doubt.equals(CountryNames.unlisted(leg.stop().country()));
          String flag = isOfCountry ? doubt : "leg %d %s".formatted(leg.id(), doubt);
          if (!flags.contains(flag)) {
            flags.add(flag);
          }
        });
  }

  /**
   * What is on record and not in a source that was read whole was a mistake of the source.
   *
   * @param toldElsewhere true where the source has all its stops in other trips
   */
  void retract(TripOnRecord gone, boolean toldElsewhere) {
    String doubt = doubts.about(gone.traveller());
    into.accept(
        doubt == null
            ? retraction(gone, TripDifferences.gone(release, toldElsewhere))
            : new UnchangedRecord(retraction(gone, "not found, and " + left(gone, doubt))));
  }

  private Draft retraction(TripOnRecord gone, String reason) {
    String trip = gone.trip().trip().value();
    return new Draft(
        TravelKeys.retraction(trip, gone.entry(), String.valueOf(release)),
        UnreadCorrection.retracting(gone.entry(), reason),
        Role.released(gone.trip().office(), release, reason),
        "trips/" + trip,
        List.of(reason),
        false);
  }

  /** Nothing, where it is told as it stands, a later release had its say or legs may be missing. */
  private ParsedRecord again(Journey journey, TripOnRecord before, List<String> flags) {
    Leg first = journey.first();
    TripRecorded on = before.trip();
    RecordTrip as =
        new RecordTrip(
            on.trip(), first.traveller(), first.role().office(), on.purpose(), journey.stops());
    if (isTold(as, before)) {
      return new UnchangedRecord(draft(journey, as, flags), corroboration(journey, before));
    }
    String objection = objection(before, first.traveller());
    if (objection != null) {
      flags.add(left(before, objection));
      return new UnchangedRecord(draft(journey, as, flags));
    }
    String reason = TripDifferences.between(before, journey, release);
    flags.add(reason);
    return new Draft(
        TravelKeys.correction(on.trip().value(), before.entry(), content(journey)),
        UnreadCorrection.correcting(before.entry(), as, reason),
        provenance(journey),
        first.origin(),
        flags,
        false);
  }

  private static boolean isTold(RecordTrip as, TripOnRecord on) {
    return as.traveller().equals(on.trip().traveller())
        && Objects.equals(as.office(), on.trip().office())
        && Journey.asRead(as.stops()).equals(on.stops());
  }

  /** So that each leg can be asked for by its number in each release; null where all are cited. */
  private @Nullable Draft corroboration(Journey journey, TripOnRecord on) {
    List<Source> sources = provenance(journey).sources();
    if (on.cited().containsAll(sources)) {
      return null;
    }
    TripId trip = on.trip().trip();
    List<String> records = new ArrayList<>(List.of(String.valueOf(release)));
    journey.legs().forEach(leg -> records.add(leg.locator()));
    return new Draft(
        TravelKeys.corroboration(trip.value(), on.entry(), records),
        new CorroborateTrip(trip),
        new Provenance(null, "Tells the trip as entry %d has it.".formatted(on.entry()), sources),
        journey.first().origin(),
        List.of(),
        false);
  }

  private @Nullable String objection(TripOnRecord before, OfficialId traveller) {
    return before.yieldsTo(release)
        ? doubts.about(traveller)
        : "it was entered by hand or from a later release";
  }

  private static String left(TripOnRecord trip, String objection) {
    return "left as entry %d has it: %s".formatted(trip.entry(), objection);
  }

  private void register(Journey journey, List<String> flags) {
    for (Leg leg : journey.legs()) {
      registrations.party(leg.stop().country(), leg.origin());
      String registered = names.of(leg);
      if (!AsRead.same(registered, leg.name())) {
        flags.add(
            "leg %d names the traveller %s, earlier %s"
                .formatted(leg.id(), leg.name(), registered));
      }
    }
  }

  private Draft trip(Journey journey, List<String> flags) {
    Leg first = journey.first();
    TripId id = id(first);
    if (!known.wasTakenIn(TravelKeys.trip(id.value(), content(journey)))) {
      while (known.holds(id)) { // of another trip, which has begun on another day since
        id = id(first);
      }
    }
    RecordTrip command =
        new RecordTrip(id, first.traveller(), first.role().office(), null, journey.stops());
    return draft(journey, command, flags);
  }

  private Draft draft(Journey journey, RecordTrip command, List<String> flags) {
    String key = TravelKeys.trip(command.trip().value(), content(journey));
    return new Draft(key, command, provenance(journey), journey.first().origin(), flags, false);
  }

  private TripId id(Leg first) {
    String who = first.traveller().value();
    String day = who.substring(0, Math.min(who.length(), TRAVELLER_LENGTH)) + "-" + first.start();
    int given = idsGiven.merge(day, 1, Integer::sum);
    return new TripId(given == 1 ? day : day + "-" + given);
  }

  private Provenance provenance(Journey journey) {
    return new Provenance(
        null, null, journey.legs().stream().map(leg -> leg.source(release)).distinct().toList());
  }

  private static List<String> content(Journey journey) {
    return AsRead.words(journey.legs().stream().flatMap(TripDrafts::content).toList());
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

  /** What in a journey a careful reader would check. Nothing is left out for it. */
  private static final class IntakeWarnings {
    private static final int LONG_STAY_DAYS = 60;
    private static final int OVERLAP_DAYS = 2;

    private IntakeWarnings() {}

    static List<String> about(Journey journey) {
      List<String> found = new ArrayList<>();
      List<Leg> legs = journey.legs();
      for (int later = 0; later < legs.size(); later++) {
        about(legs.get(later), found);
        for (int earlier = 0; earlier < later; earlier++) {
          about(legs.get(earlier), legs.get(later), found);
        }
      }
      return found;
    }

    private static void about(Leg leg, List<String> found) {
      if (leg.days() > LONG_STAY_DAYS) {
        found.add("leg %d lasts %d days".formatted(leg.id(), leg.days()));
      }
      leg.oddities().forEach(odd -> found.add("leg %d %s".formatted(leg.id(), odd)));
      if (leg.isOfPresidentElect()) {
        found.add("leg %d was made as President-elect".formatted(leg.id()));
      }
    }

    private static void about(Leg earlier, Leg later, List<String> found) {
      long shared = earlier.daysSharedWith(later);
      if (shared >= OVERLAP_DAYS) {
        found.add("legs %d and %d overlap by %d days".formatted(earlier.id(), later.id(), shared));
      }
      if (areDoubled(earlier, later)) {
        found.add("legs %d and %d look like one entered twice".formatted(earlier.id(), later.id()));
      }
      if (earlier.id() == later.id()) {
        found.add("two legs share the id %d".formatted(later.id()));
      }
    }

    // Not the last day: one of a doubled pair was often entered with less known.
    private static boolean areDoubled(Leg one, Leg other) {
      return one.start().equals(other.start())
          && one.stop().country().equals(other.stop().country())
          && one.stop().places().equals(other.stop().places());
    }
  }
}
