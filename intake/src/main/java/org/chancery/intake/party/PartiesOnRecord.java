package org.chancery.intake.party;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.intake.ledger.StandingEntries;
import org.chancery.intake.ledger.StandingEntries.Standing;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.EntryEvent;
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

  /** Read once it is asked for. */
  public static Supplier<PartiesOnRecord> in(RecordedEntries ledger) {
    return () ->
        ledger.read(
            List.of(PartyEvent.CONCEPT),
            List.of(PartyEvent.class, EntryEvent.class),
            PartiesOnRecord::of);
  }

  private static PartiesOnRecord of(Stream<Recorded> entries) {
    PartiesOnRecord record = new PartiesOnRecord();
    StandingEntries.of(entries)
        .all()
        .collect(Collectors.groupingBy(standing -> new PartyId(standing.event().subject().id())))
        .forEach((party, standing) -> record.parties.put(party, party(standing)));
    return record;
  }

  private static PartyOnRecord party(List<Standing> standing) {
    List<Said<PartyRegistered>> registered = said(PartyRegistered.class, standing);
    return new PartyOnRecord(
        registered.isEmpty() ? null : registered.getLast(),
        said(PartyRenamed.class, standing),
        said(VariantNamesAdded.class, standing));
  }

  private static <E> List<Said<E>> said(Class<E> type, List<Standing> standing) {
    return standing.stream()
        .filter(each -> type.isInstance(each.event()))
        .map(
            each ->
                new Said<>(
                    type.cast(each.event()),
                    each.entry(),
                    PartyKeys.isOne(each.attribution().commandId())))
        .toList();
  }

  PartyOnRecord of(PartyId party) {
    return parties.getOrDefault(party, UNKNOWN);
  }
}
