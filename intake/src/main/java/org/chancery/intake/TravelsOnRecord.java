package org.chancery.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.journal.Attribution;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of travels before a release of them is taken in. */
public final class TravelsOnRecord {

  private final Map<TripId, TripOnRecord> trips = new LinkedHashMap<>();
  private final Map<OfficialId, OfficialOnRecord> officials = new HashMap<>();
  private final List<OfficeOnRecord> offices = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * An entry, as far as it matters here.
   *
   * @param attribution who made it, by which command and from which sources
   */
  public record Told(long position, LedgerEvent event, Attribution attribution) {}

  public static TravelsOnRecord none() {
    return new TravelsOnRecord();
  }

  /** Out of the entries of trips and officials, in order. */
  public static TravelsOnRecord of(Stream<Told> entries) {
    Map<Subject, EffectiveHistory<LedgerEvent>> subjects = new LinkedHashMap<>();
    Map<Subject, Set<Source>> cited = new HashMap<>();
    Map<Long, Attribution> attributions = new HashMap<>();
    entries.forEach(
        told -> {
          Subject subject = told.event().subject();
          attributions.put(told.position(), told.attribution());
          cited
              .computeIfAbsent(subject, _ -> new HashSet<>())
              .addAll(told.attribution().documents());
          subjects.compute(
              subject,
              (_, before) ->
                  (before == null ? EffectiveHistory.byPosition(LedgerEvent.class) : before)
                      .with(told.position(), told.event()));
        });
    TravelsOnRecord travels = new TravelsOnRecord();
    attributions.values().forEach(by -> travels.keys.add(by.commandId()));
    subjects.forEach(
        (subject, amended) ->
            amended
                .standing()
                .forEach(
                    standing ->
                        travels.add(
                            standing,
                            Objects.requireNonNull(attributions.get(standing.entry())),
                            cited.getOrDefault(subject, Set.of()))));
    return travels;
  }

  private void add(EffectiveEvent<LedgerEvent> standing, Attribution by, Set<Source> cited) {
    List<Source> sources = by.documents();
    long entry = standing.entry();
    boolean fromTravels =
        TravelKeys.isOne(by.commandId())
            && sources.stream().anyMatch(OfficeOfTheHistorian::publishes);
    LocalDate release = release(sources);
    if (standing.event() instanceof TripRecorded trip
        && trip.traveller() instanceof OfficialId) { // visits are another source's
      trips.put(trip.trip(), new TripOnRecord(trip, entry, fromTravels, release, cited));
    } else if (standing.event() instanceof OfficialRegistered(var official, var name)) {
      officials.put(official, new OfficialOnRecord(name, entry, fromTravels, release));
    } else if (standing.event() instanceof OfficeAttested office && fromTravels) {
      offices.add(new OfficeOnRecord(office, entry, fromTravels, release));
    }
  }

  private static @Nullable LocalDate release(List<Source> sources) {
    return sources.stream()
        .map(Source::published)
        .filter(Objects::nonNull)
        .map(published -> published.latest())
        .findFirst()
        .orElse(null);
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
    return trip.traveller().equals(official) && trip.fromTravels() && !trip.yieldsTo(release);
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
