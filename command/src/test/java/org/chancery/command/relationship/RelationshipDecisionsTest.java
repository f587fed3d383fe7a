package org.chancery.command.relationship;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.Recognition;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelationshipDecisionsTest {
  private static final String TABLE =
      """
                           | None                      | Recognized                | Established           | Interrupted           | Severed
      RecognizeParty       | PartyRecognized           | PartyRecognized           | PartyRecognized       | PartyRecognized       | PartyRecognized
      EstablishRelations   | RelationsEstablished      | RelationsEstablished      | ALREADY_ESTABLISHED   | ALREADY_ESTABLISHED   | RelationsEstablished
      ChangeRepresentation | RELATIONS_NOT_ESTABLISHED | RELATIONS_NOT_ESTABLISHED | RepresentationChanged | RepresentationChanged | RELATIONS_SEVERED
      InterruptRelations   | RELATIONS_NOT_ESTABLISHED | RELATIONS_NOT_ESTABLISHED | RelationsInterrupted  | ALREADY_INTERRUPTED   | RELATIONS_SEVERED
      SeverRelations       | RELATIONS_NOT_ESTABLISHED | RELATIONS_NOT_ESTABLISHED | RelationsSevered      | RelationsSevered      | RELATIONS_SEVERED
      ResumeRelations      | RELATIONS_NOT_ESTABLISHED | RELATIONS_NOT_ESTABLISHED | ALREADY_ESTABLISHED   | RelationsResumed      | RelationsResumed
      NoteDiscrepancy      | DiscrepancyNoted          | DiscrepancyNoted          | DiscrepancyNoted      | DiscrepancyNoted      | DiscrepancyNoted
      """;

  private static final Pair PAIR = new Pair(US, RUSSIA);
  private static final List<PartyId> PARTIES = List.of(US, RUSSIA);
  private static final RelationsEstablished ESTABLISHED =
      new RelationsEstablished(PAIR, on("1933-11-16"));
  private static final RelationsSevered SEVERED =
      new RelationsSevered(PAIR, on("1941-06-22"), "war");
  private static final DiscrepancyNoted NOTED =
      new DiscrepancyNoted(PAIR, StatedChange.SEVERANCE, on("1930"), "a source says so");

  private static final DecisionTable<Relationship> DECISIONS =
      new DecisionTable<>(Relationship.class)
          .state("None")
          .state(
              "Recognized",
              new PartyRecognized(US, RUSSIA, on("1917"), false, Recognition.UNSPECIFIED))
          .state("Established", ESTABLISHED)
          .state("Interrupted", ESTABLISHED, new RelationsInterrupted(PAIR, on("1939"), "invasion"))
          .state("Severed", ESTABLISHED, SEVERED)
          .command(new RecognizeParty(US, RUSSIA, on("1950"), true, Recognition.DE_JURE))
          .command(new EstablishRelations(PARTIES, on("1950")))
          .command(new ChangeRepresentation(PARTIES, Representation.EMBASSY, on("1950"), "Moscow"))
          .command(
              new InterruptRelations(
                  PARTIES, on("1950"), "invasion", List.of(US), new CitedCause(7L)))
          .command(new SeverRelations(PARTIES, on("1950"), "war", List.of(US), new CitedCause(7L)))
          .command(new ResumeRelations(PARTIES, on("1950"), "peace"))
          .command(
              new NoteDiscrepancy(PARTIES, StatedChange.SEVERANCE, on("1930"), "a source says so"));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(RelationshipCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void aRefusalNamesItsEntryWhereADiscrepancyCameBetween() {
    given(ESTABLISHED, NOTED, SEVERED)
        .when(new SeverRelations(PARTIES, on("1950"), "war"))
        .isRefused(RefusalCode.RELATIONS_SEVERED, 2);
  }

  @Test
  void aDiscrepancyIsNoGroundForAnything() {
    given(NOTED)
        .when(new SeverRelations(PARTIES, on("1950"), "war"))
        .isRefused(RefusalCode.RELATIONS_NOT_ESTABLISHED);
  }

  @Test
  void aSeveranceBeforeAnEmbassyThatIsRecordedWouldUnseatIt() {
    given(ESTABLISHED, new RepresentationChanged(PAIR, Representation.EMBASSY, on("1934"), null))
        .when(new SeverRelations(PARTIES, on("1933-12"), "war"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void anInterestsSectionNeedsNoRelations() {
    given(ESTABLISHED, SEVERED)
        .when(new ChangeRepresentation(PARTIES, Representation.INTERESTS_SECTION, on("1977"), null))
        .enters(
            new RepresentationChanged(PAIR, Representation.INTERESTS_SECTION, on("1977"), null));
  }

  private static Scenario<Relationship> given(RelationshipEvent... history) {
    return Scenario.of(Relationship.class, history);
  }
}
