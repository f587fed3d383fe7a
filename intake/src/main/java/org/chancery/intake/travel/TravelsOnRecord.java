package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.intake.ledger.OnRecord;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.intake.ledger.StandingEntries;
import org.chancery.intake.ledger.StandingEntries.Standing;
import org.chancery.shared.OfficialId;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of travels before a release of them is taken in. */
public final class TravelsOnRecord {
  private static final List<String> CONCEPTS = List.of(TripEvent.CONCEPT, OfficialEvent.CONCEPT);
  private static final List<Class<?>> TYPES =
      List.of(TripEvent.class, OfficialRegistered.class, OfficeAttested.class, EntryEvent.class);

  private final Map<TripId, TripOnRecord> trips = new LinkedHashMap<>();
  private final Map<OfficialId, OfficialOnRecord> officials = new HashMap<>();
  private final List<OfficeOnRecord> offices = new ArrayList<>();
  private final Set<String> keys;

  /** An official's registration as the ledger tells it now. */
  record OfficialOnRecord(String name, long entry, boolean fromSource, @Nullable LocalDate release)
      implements OnRecord {}

  /** The days on which the ledger now has an official in office, as the travels attest them. */
  record OfficeOnRecord(
      OfficeAttested event, long entry, boolean fromSource, @Nullable LocalDate release)
      implements OnRecord {}

  private TravelsOnRecord(Set<String> keys) {
    this.keys = keys;
  }

  public static TravelsOnRecord none() {
    return new TravelsOnRecord(Set.of());
  }

  /** Read once it is asked for. */
  public static Supplier<TravelsOnRecord> in(RecordedEntries ledger) {
    return () -> ledger.read(CONCEPTS, TYPES, TravelsOnRecord::of);
  }

  private static TravelsOnRecord of(Stream<Recorded> recorded) {
    StandingEntries entries = StandingEntries.of(recorded);
    TravelsOnRecord travels = new TravelsOnRecord(entries.keys());
    entries
        .all()
        .forEach(standing -> travels.add(standing, entries.cited(standing.event().subject())));
    return travels;
  }

  private void add(Standing standing, Set<Source> cited) {
    long entry = standing.entry();
    boolean fromTravels =
        TravelKeys.isOne(standing.attribution().commandId())
            && standing.attribution().documents().stream().anyMatch(Role::isPublished);
    LocalDate release = standing.release();
    if (standing.event() instanceof TripRecorded trip
        && trip.traveller() instanceof OfficialId) { // visits are another source's
      trips.put(trip.trip(), new TripOnRecord(trip, entry, fromTravels, release, cited));
    } else if (standing.event() instanceof OfficialRegistered(var official, var name)) {
      officials.put(official, new OfficialOnRecord(name, entry, fromTravels, release));
    } else if (standing.event() instanceof OfficeAttested office && fromTravels) {
      offices.add(new OfficeOnRecord(office, entry, fromTravels, release));
    }
  }

  Stream<TripOnRecord> all() {
    return trips.values().stream();
  }

  /** True where an earlier intake was answered under the key, whatever became of it since. */
  boolean wasTakenIn(String key) {
    return keys.contains(key);
  }

  boolean holds(TripId trip) {
    return trips.containsKey(trip);
  }

  /**
   * The official, where the release may say how the name is written. Registrations name no release;
   * that a later one was taken in is told by the official's trips.
   */
  Optional<OfficialOnRecord> namedBefore(OfficialId official, @Nullable LocalDate release) {
    return Optional.ofNullable(officials.get(official))
        .filter(registered -> registered.yieldsTo(release))
        .filter(_ -> all().noneMatch(trip -> isLater(trip, official, release)));
  }

  /** The office as earlier releases attest it. */
  Optional<OfficeOnRecord> attested(OfficialId official, Role role) {
    return offices.stream()
        .filter(office -> office.event().official().equals(official))
        .filter(office -> office.event().office().equals(role.office()))
        .findFirst();
  }

  private static boolean isLater(
      TripOnRecord trip, OfficialId official, @Nullable LocalDate release) {
    return trip.traveller().equals(official) && trip.fromSource() && !trip.yieldsTo(release);
  }

  /** The trips of travellers in an office, by whom they are. */
  Map<OfficialId, List<TripOnRecord>> in(Role role) {
    Map<OfficialId, List<TripOnRecord>> byTraveller = new LinkedHashMap<>();
    for (TripOnRecord trip : trips.values()) {
      if (role.office().equals(trip.trip().office())) {
        byTraveller.computeIfAbsent(trip.traveller(), _ -> new ArrayList<>()).add(trip);
      }
    }
    return byTraveller;
  }
}
