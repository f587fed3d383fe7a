package org.chancery.intake.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.time.EdtfDate;

/**
 * What a fact says happened, in the order in which facts of one year are taken: where only the year
 * is known, recognition comes before relations, an end of them before a new beginning, and missions
 * last, all alike, since they need relations.
 */
enum FactKind {
  RECOGNITION_BY_US,
  RECOGNITION_OF_US,
  RECOGNITION_MUTUAL,
  RELATIONS_SEVERED,
  RELATIONS_INTERRUPTED,
  RELATIONS_ESTABLISHED,
  RELATIONS_RESUMED,
  CONSULAR_RELATIONS_ESTABLISHED,
  INTERESTS_SECTION_ESTABLISHED,
  LIAISON_OFFICE_ESTABLISHED,
  LEGATION_ESTABLISHED,
  LEGATION_REOPENED,
  LEGATION_RAISED_TO_EMBASSY,
  LEGATION_CLOSED,
  EMBASSY_ESTABLISHED,
  EMBASSY_REOPENED,
  EMBASSY_MOVED,
  AMBASSADORIAL_RELATIONS_ESTABLISHED,
  EMBASSY_CLOSED;

  boolean isOfMissions() {
    return compareTo(CONSULAR_RELATIONS_ESTABLISHED) >= 0;
  }

  /** As which it is taken in its year. */
  FactKind taken() {
    return isOfMissions() ? CONSULAR_RELATIONS_ESTABLISHED : this;
  }

  static FactKind coded(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    RefusalCode.INVALID_FIELDS, "kind '%s' is not known".formatted(code)));
  }

  /** The command for the fact between the United States and the other, in the source's words. */
  RelationshipCommand command(PartyId other, EdtfDate on, String head) {
    PartyId us = Gazetteer.UNITED_STATES;
    List<PartyId> both = List.of(us, other);
    return switch (this) {
      case RECOGNITION_BY_US -> new RecognizeParty(us, other, on, false);
      case RECOGNITION_OF_US -> new RecognizeParty(other, us, on, false);
      case RECOGNITION_MUTUAL -> new RecognizeParty(us, other, on, true);
      case RELATIONS_ESTABLISHED -> new EstablishRelations(both, on);
      case RELATIONS_RESUMED -> new ResumeRelations(both, on, head);
      case RELATIONS_SEVERED -> new SeverRelations(both, on, head);
      case RELATIONS_INTERRUPTED -> new InterruptRelations(both, on, head);
      case CONSULAR_RELATIONS_ESTABLISHED -> represented(both, Representation.CONSULATE, on, head);
      case INTERESTS_SECTION_ESTABLISHED ->
          represented(both, Representation.INTERESTS_SECTION, on, head);
      case LIAISON_OFFICE_ESTABLISHED -> represented(both, Representation.LIAISON_OFFICE, on, head);
      case LEGATION_ESTABLISHED, LEGATION_REOPENED ->
          represented(both, Representation.LEGATION, on, head);
      case EMBASSY_ESTABLISHED,
          EMBASSY_REOPENED,
          EMBASSY_MOVED,
          LEGATION_RAISED_TO_EMBASSY,
          AMBASSADORIAL_RELATIONS_ESTABLISHED ->
          represented(both, Representation.EMBASSY, on, head);
      case LEGATION_CLOSED, EMBASSY_CLOSED -> represented(both, Representation.NONE, on, head);
    };
  }

  private static ChangeRepresentation represented(
      List<PartyId> both, Representation level, EdtfDate on, String head) {
    return new ChangeRepresentation(both, level, on, head);
  }
}
