package org.chancery.intake.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.ledger.OnRecord;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.intake.ledger.StandingEntries;
import org.chancery.intake.ledger.StandingEntries.Standing;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of visits to the United States before a release of them is taken in. */
public final class VisitsOnRecord {
  private final Map<TripId, VisitOnRecord> visits = new LinkedHashMap<>();
  private final Set<String> trips = new HashSet<>();
  private final Set<String> keys;

  /**
   * A visit as the ledger tells it now.
   *
   * @param file of the release, in which it stood
   */
  record VisitOnRecord(
      TripRecorded trip,
      NamedPerson visitor,
      long entry,
      boolean fromSource,
      @Nullable LocalDate release,
      @Nullable String file)
      implements OnRecord {}

  private VisitsOnRecord(Set<String> keys) {
    this.keys = keys;
  }

  public static VisitsOnRecord none() {
    return new VisitsOnRecord(Set.of());
  }

  /** Read once it is asked for. */
  public static Supplier<VisitsOnRecord> in(RecordedEntries ledger) {
    return () ->
        ledger.read(
            List.of(TripEvent.CONCEPT),
            List.of(TripEvent.class, EntryEvent.class),
            VisitsOnRecord::of);
  }

  private static VisitsOnRecord of(Stream<Recorded> recorded) {
    StandingEntries entries = StandingEntries.of(recorded);
    VisitsOnRecord record = new VisitsOnRecord(entries.keys());
    entries.all().forEach(record::add);
    return record;
  }

  private void add(Standing standing) {
    trips.add(standing.event().subject().id());
    if (standing.event() instanceof TripRecorded trip
        && Gazetteer.UNITED_STATES.equals(trip.host())
        && trip.traveller() instanceof NamedPerson visitor) {
      boolean fromIntake = VisitDrafts.isKey(standing.attribution().commandId());
      Source source = fromIntake ? standing.attribution().documents().getFirst() : null;
      String locator = source == null ? null : source.locator();
      visits.put(
          trip.trip(),
          new VisitOnRecord(
              trip,
              visitor,
              standing.entry(),
              fromIntake,
              fromIntake ? standing.release() : null,
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
