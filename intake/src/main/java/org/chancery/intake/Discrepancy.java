package org.chancery.intake;

import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.StatedChange;

/** What a source states and history refuses. */
final class Discrepancy {
  private Discrepancy() {}

  static NoteDiscrepancy note(RelationshipCommand refused, String reason) {
    return new NoteDiscrepancy(refused.pair().parties(), stated(refused), refused.on(), reason);
  }

  private static StatedChange stated(RelationshipCommand command) {
    return switch (command) {
      case RecognizeParty _ -> StatedChange.RECOGNITION;
      case EstablishRelations _ -> StatedChange.ESTABLISHMENT;
      case ChangeRepresentation _ -> StatedChange.REPRESENTATION;
      case InterruptRelations _ -> StatedChange.INTERRUPTION;
      case SeverRelations _ -> StatedChange.SEVERANCE;
      case ResumeRelations _ -> StatedChange.RESUMPTION;
      case NoteDiscrepancy noted -> noted.stated();
    };
  }
}
