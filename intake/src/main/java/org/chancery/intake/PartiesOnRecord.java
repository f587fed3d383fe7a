package org.chancery.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.intake.TravelsOnRecord.Told;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of parties before the lists of countries and territories are taken in. */
public final class PartiesOnRecord {
  private static final PartyOnRecord UNKNOWN = new PartyOnRecord(null, List.of(), List.of());

  private final Map<PartyId, PartyOnRecord> parties = new HashMap<>();

  /**
   * What an entry says that stands.
   *
   * @param fromIntake true where an importer made the entry, and nobody corrected it since
   */
  record Said<E>(E event, long entry, boolean fromIntake) {}

  /**
   * One party.
   *
   * @param registered null where it is not registered
   */
  record PartyOnRecord(
      @Nullable Said<PartyRegistered> registered,
      List<Said<PartyRenamed>> renamed,
      List<Said<VariantNamesAdded>> variants) {}

  public static PartiesOnRecord none() {
    return new PartiesOnRecord();
  }

  /** Out of the journal itself. */
  public static Supplier<PartiesOnRecord> in(EventStorageEngine journal) {
    return () -> RecordedTravels.read(journal, PartiesOnRecord::concerns, PartiesOnRecord::of);
  }

  /** Over REST. */
  public static Supplier<PartiesOnRecord> in(RemoteLedger ledger) {
    return () ->
        of(
            RecordedTravels.read(
                ledger,
                RecordedTravels.names(List.of(PartyEvent.class, EntryEvent.class)),
                PartiesOnRecord::concerns));
  }

  private static boolean concerns(String subject) {
    return subject.startsWith(PartyEvent.CONCEPT + "/");
  }

  /** Out of the entries of parties, in order. */
  static PartiesOnRecord of(Stream<Told> entries) {
    Map<PartyId, EffectiveHistory<LedgerEvent>> histories = new HashMap<>();
    Map<Long, Boolean> fromIntake = new HashMap<>();
    entries.forEach(
        told -> {
          fromIntake.put(told.position(), PartyKeys.isOne(told.attribution().commandId()));
          histories.compute(
              new PartyId(told.event().subject().id()),
              (_, before) ->
                  (before == null ? EffectiveHistory.byPosition(LedgerEvent.class) : before)
                      .with(told.position(), told.event()));
        });
    PartiesOnRecord record = new PartiesOnRecord();
    histories.forEach((party, history) -> record.parties.put(party, party(history, fromIntake)));
    return record;
  }

  private static PartyOnRecord party(
      EffectiveHistory<LedgerEvent> history, Map<Long, Boolean> fromIntake) {
    List<Said<PartyRegistered>> registered = said(PartyRegistered.class, history, fromIntake);
    return new PartyOnRecord(
        registered.isEmpty() ? null : registered.getLast(),
        said(PartyRenamed.class, history, fromIntake),
        said(VariantNamesAdded.class, history, fromIntake));
  }

  private static <E> List<Said<E>> said(
      Class<E> type, EffectiveHistory<LedgerEvent> history, Map<Long, Boolean> fromIntake) {
    List<Said<E>> said = new ArrayList<>();
    history
        .standing()
        .forEach(
            standing -> {
              if (type.isInstance(standing.event())) {
                boolean byIntake = Objects.requireNonNull(fromIntake.get(standing.entry()));
                said.add(new Said<>(type.cast(standing.event()), standing.entry(), byIntake));
              }
            });
    return said;
  }

  PartyOnRecord of(PartyId party) {
    return parties.getOrDefault(party, UNKNOWN);
  }
}
