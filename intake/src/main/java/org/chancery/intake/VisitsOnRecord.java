package org.chancery.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.intake.TravelsOnRecord.Told;
import org.chancery.journal.Attribution;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of visits to the United States before a release of them is taken in. */
public final class VisitsOnRecord {
  private final Map<TripId, VisitOnRecord> visits = new LinkedHashMap<>();
  private final Set<String> trips = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * A visit as the ledger tells it now.
   *
   * @param fromIntake true where the published visits say so, and nobody since
   * @param release the release that says so, where it is one
   * @param file of the release, in which it stood
   */
  record VisitOnRecord(
      TripRecorded trip,
      NamedPerson visitor,
      long entry,
      boolean fromIntake,
      @Nullable LocalDate release,
      @Nullable String file) {

    /** A release has no word in what a later one said, nor in what was entered by hand. */
    boolean yieldsTo(@Nullable LocalDate other) {
      return fromIntake && (release == null || (other != null && !release.isAfter(other)));
    }
  }

  public static VisitsOnRecord none() {
    return new VisitsOnRecord();
  }

  /** Out of the journal itself. */
  public static Supplier<VisitsOnRecord> in(EventStorageEngine journal) {
    return () -> RecordedTravels.read(journal, VisitsOnRecord::concerns, VisitsOnRecord::of);
  }

  /** Over REST. */
  public static Supplier<VisitsOnRecord> in(RemoteLedger ledger) {
    return () ->
        of(
            RecordedTravels.read(
                ledger,
                RecordedTravels.names(List.of(TripEvent.class, EntryEvent.class)),
                VisitsOnRecord::concerns));
  }

  private static boolean concerns(String subject) {
    return subject.startsWith(TripEvent.CONCEPT + "/");
  }

  /** Out of the entries of trips, in order. */
  static VisitsOnRecord of(Stream<Told> entries) {
    Map<String, EffectiveHistory<LedgerEvent>> histories = new LinkedHashMap<>();
    Map<Long, Attribution> attributions = new HashMap<>();
    entries.forEach(
        told -> {
          attributions.put(told.position(), told.attribution());
          histories.compute(
              told.event().subject().id(),
              (_, before) ->
                  (before == null ? EffectiveHistory.byPosition(LedgerEvent.class) : before)
                      .with(told.position(), told.event()));
        });
    VisitsOnRecord record = new VisitsOnRecord();
    attributions.values().forEach(by -> record.keys.add(by.commandId()));
    histories.forEach(
        (trip, history) ->
            history
                .standing()
                .forEach(
                    standing -> {
                      record.trips.add(trip);
                      record.add(
                          standing.event(),
                          standing.entry(),
                          Objects.requireNonNull(attributions.get(standing.entry())));
                    }));
    return record;
  }

  private void add(LedgerEvent event, long entry, Attribution by) {
    if (event instanceof TripRecorded trip
        && Registrations.UNITED_STATES.equals(trip.host())
        && trip.traveller() instanceof NamedPerson visitor) {
      boolean fromIntake = VisitDrafts.isKey(by.commandId());
      Source source = fromIntake ? by.documents().getFirst() : null;
      String locator = source == null ? null : source.locator();
      visits.put(
          trip.trip(),
          new VisitOnRecord(
              trip,
              visitor,
              entry,
              fromIntake,
              source == null || source.published() == null ? null : source.published().latest(),
              locator == null ? null : locator.replaceFirst(", visit .*", "")));
    }
  }

  List<VisitOnRecord> all() {
    return new ArrayList<>(visits.values());
  }

  /** True where a trip of that id is on record, be it one of the travels. */
  boolean holds(TripId trip) {
    return trips.contains(trip.value());
  }

  /** True where an earlier intake was answered under the key, whatever became of it since. */
  boolean wasTakenIn(String key) {
    return keys.contains(key);
  }
}
