package org.chancery.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.intake.TravelsOnRecord.Told;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;

/** Why history refused the statements that a ledger keeps beside it, by the key of each. */
public record KeptDiscrepancies(Map<String, String> reasons) {

  public static KeptDiscrepancies none() {
    return new KeptDiscrepancies(Map.of());
  }

  /** Out of the journal itself. */
  public static Supplier<KeptDiscrepancies> in(EventStorageEngine journal) {
    return () -> RecordedTravels.read(journal, KeptDiscrepancies::concerns, KeptDiscrepancies::of);
  }

  /** Over REST. */
  public static Supplier<KeptDiscrepancies> in(RemoteLedger ledger) {
    return () ->
        of(
            RecordedTravels.read(
                ledger,
                RecordedTravels.names(List.of(DiscrepancyNoted.class)),
                KeptDiscrepancies::concerns));
  }

  private static boolean concerns(String subject) {
    return subject.startsWith(RelationshipEvent.CONCEPT + "/");
  }

  private static KeptDiscrepancies of(Stream<Told> entries) {
    Map<String, String> reasons = new HashMap<>();
    entries.forEach(
        told -> {
          if (told.event() instanceof DiscrepancyNoted noted) {
            reasons.put(told.attribution().commandId(), noted.reason());
          }
        });
    return new KeptDiscrepancies(reasons);
  }

  static String flag(String reason) {
    return "kept as a discrepancy: " + reason;
  }

  /** What to hand on: a statement that is kept already is told with the reason it is kept for. */
  ParsedRecord known(Draft draft) {
    String reason = reasons.get(draft.key());
    return reason == null ? draft : new UnchangedRecord(draft.flagged(flag(reason)));
  }
}
