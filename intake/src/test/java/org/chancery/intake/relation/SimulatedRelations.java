package org.chancery.intake.relation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.Readings;
import org.chancery.shared.Refusal;
import org.chancery.shared.relationship.DiplomaticRelations;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Step;

/** Places the facts that a reader hands on, in its order, as the ledger would. */
final class SimulatedRelations {
  private final Map<Pair, Chronicle<RelationsState, RelationsStep>> chronicles = new HashMap<>();
  private final Map<Draft, String> refused = new LinkedHashMap<>();

  static SimulatedRelations of(Readings readings) {
    SimulatedRelations relations = new SimulatedRelations();
    readings.facts().forEach(relations::place);
    return relations;
  }

  Map<Draft, String> refused() {
    return refused;
  }

  /** How relations of the United States may have stood on the day. */
  List<DiplomaticRelations> relations(String country, String day) {
    LocalDate on = LocalDate.parse(day);
    Pair pair = new Pair(Gazetteer.UNITED_STATES, Gazetteer.canonical(country));
    return chronicle(pair).stretches().stream()
        .filter(stretch -> !on.isBefore(stretch.from()) && on.isBefore(stretch.to()))
        .flatMap(stretch -> stretch.states().stream())
        .map(RelationsState::relations)
        .distinct()
        .toList();
  }

  private void place(Draft draft) {
    RelationshipCommand command = (RelationshipCommand) draft.command();
    Chronicle<RelationsState, RelationsStep> before = chronicle(command.pair());
    try {
      chronicles.put(
          command.pair(),
          before.place(new Step<>(step(command), command.on(), before.steps().size())));
    } catch (Refusal refusal) {
      refused.put(draft, String.valueOf(refusal.getMessage()));
    }
  }

  private Chronicle<RelationsState, RelationsStep> chronicle(Pair pair) {
    return chronicles.computeIfAbsent(pair, _ -> Chronicle.of(new RelationsLifecycle()));
  }

  private static RelationsStep step(RelationshipCommand command) {
    return switch (command) {
      case RecognizeParty _ -> new RelationsStep.Recognized();
      case EstablishRelations _ -> new RelationsStep.Established();
      case ChangeRepresentation change -> new RelationsStep.RepresentationChanged(change.level());
      case InterruptRelations _ -> new RelationsStep.Interrupted();
      case SeverRelations _ -> new RelationsStep.Severed();
      case ResumeRelations _ -> new RelationsStep.Resumed();
      case NoteDiscrepancy _ -> throw new AssertionError("no reader notes a discrepancy itself");
    };
  }
}
