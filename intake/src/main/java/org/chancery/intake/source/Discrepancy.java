package org.chancery.intake.source;

import java.util.Optional;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.GrantAgrement;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.NoteMissionDiscrepancy;
import org.chancery.shared.mission.MissionCommand.OfHead;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.mission.MissionCommand.RecordArrival;
import org.chancery.shared.mission.MissionCommand.RefuseAgrement;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.StatedChange;
import org.jspecify.annotations.Nullable;

/** What a source states and history refuses. */
final class Discrepancy {
  private Discrepancy() {}

  static NoteDiscrepancy note(RelationshipCommand refused, String reason) {
    return new NoteDiscrepancy(refused.pair().parties(), stated(refused), refused.on(), reason);
  }

  /** Empty where the command states no step, or is a note itself. */
  static Optional<NoteMissionDiscrepancy> note(MissionCommand refused, String reason) {
    HeadStep step = step(refused);
    return step != null && refused instanceof OfHead head
        ? Optional.of(
            new NoteMissionDiscrepancy(
                refused.sending(),
                refused.receiving(),
                head.official(),
                head.name(),
                head.term(),
                step,
                refused.on(),
                reason))
        : Optional.empty();
  }

  private static @Nullable HeadStep step(MissionCommand command) {
    return switch (command) {
      case NominateHeadOfMission _ -> HeadStep.NOMINATED;
      case GrantAgrement _ -> HeadStep.AGREMENT_GRANTED;
      case RefuseAgrement _ -> HeadStep.AGREMENT_REFUSED;
      case AppointHeadOfMission _ -> HeadStep.APPOINTED;
      case RecordArrival _ -> HeadStep.ARRIVED;
      case PresentCredentials _ -> HeadStep.CREDENTIALS_PRESENTED;
      case EndMission _ -> HeadStep.FUNCTIONS_ENDED;
      case DeclarePersonaNonGrata _, NoteMissionDiscrepancy _ -> null;
    };
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
