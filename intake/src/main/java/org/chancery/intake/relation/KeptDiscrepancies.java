package org.chancery.intake.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.UnchangedRecord;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;

/** Why history refused the statements that a ledger keeps beside it, by the key of each. */
public record KeptDiscrepancies(Map<String, String> reasons) {

  public static KeptDiscrepancies none() {
    return new KeptDiscrepancies(Map.of());
  }

  /** Read once it is asked for. */
  public static Supplier<KeptDiscrepancies> in(RecordedEntries ledger) {
    return () ->
        ledger.read(
            List.of(RelationshipEvent.CONCEPT),
            List.of(DiscrepancyNoted.class),
            KeptDiscrepancies::of);
  }

  private static KeptDiscrepancies of(Stream<Recorded> entries) {
    Map<String, String> reasons = new HashMap<>();
    entries.forEach(
        entry -> {
          if (entry.event() instanceof DiscrepancyNoted noted) {
            reasons.put(entry.attribution().commandId(), noted.reason());
          }
        });
    return new KeptDiscrepancies(reasons);
  }

  /** What to hand on: a statement that is kept already is told with the reason it is kept for. */
  ParsedRecord known(Draft draft) {
    String reason = reasons.get(draft.key());
    return reason == null ? draft : new UnchangedRecord(draft.keptAsDiscrepancy(reason));
  }
}
