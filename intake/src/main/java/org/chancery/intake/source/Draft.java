package org.chancery.intake.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.relationship.RelationshipCommand;

/**
 * One command to submit.
 *
 * @param key idempotency key, made from the content: the same record always has the same key, and a
 *     record that its source has changed has another; at most 128 of {@code [A-Za-z0-9:._/-]}
 * @param origin file and line, for the report
 * @param flags why the record is suspicious, in words; normally empty
 * @param registers true where it is no record of the source but follows from some, as that a party
 *     or official is to be registered: that one is there already is then no refusal
 */
public record Draft(
    String key,
    LedgerCommand command,
    Provenance provenance,
    String origin,
    List<String> flags,
    boolean registers)
    implements ParsedRecord {

  public Draft {
    flags = List.copyOf(flags);
  }

  /**
   * What to submit, under the same key, where history refuses the command: the statement is then
   * kept beside the history. Empty where the command states no change in relations and no step of a
   * head of mission.
   *
   * @param refusal why history refused it
   */
  public Optional<Draft> asDiscrepancy(String refusal) {
    return switch (command) {
      case RelationshipCommand stated -> Optional.of(with(Discrepancy.note(stated, refusal)));
      case MissionCommand stated -> Discrepancy.note(stated, refusal).map(this::with);
      default -> Optional.empty();
    };
  }

  public Draft flagged(String doubt) {
    List<String> all = Stream.concat(flags.stream(), Stream.of(doubt)).toList();
    return new Draft(key, command, provenance, origin, all, registers);
  }

  /** As it is reported where it is kept beside the history that refuses it. */
  public Draft keptAsDiscrepancy(String refusal) {
    return flagged("kept as a discrepancy: " + refusal);
  }

  private Draft with(LedgerCommand other) {
    return new Draft(key, other, provenance, origin, flags, registers);
  }
}
