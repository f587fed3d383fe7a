package org.chancery.shared.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;
import static org.chancery.shared.RefusalCode.SELF_RELATION;
import static org.chancery.shared.RefusalCode.TOO_FEW_PARTIES;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelationshipCommandTest {
  private static final PartyId CUBA = new PartyId("cuba");
  private static final PartyId UNITED_STATES = new PartyId("united-states");
  private static final EdtfDate ON = EdtfDate.parse("1961-01-03");

  static Stream<Function<List<PartyId>, RelationshipCommand>> commands() {
    return Stream.concat(ofBoth(), Stream.of(parties -> new SeverRelations(parties, ON, "r")));
  }

  static Stream<Function<List<PartyId>, RelationshipCommand>> ofBoth() {
    return Stream.of(
        parties -> new EstablishRelations(parties, ON),
        parties -> new ChangeRepresentation(parties, Representation.EMBASSY, ON, null),
        parties -> new InterruptRelations(parties, ON, "r"),
        parties -> new ResumeRelations(parties, ON, "r"),
        parties -> new NoteDiscrepancy(parties, StatedChange.SEVERANCE, ON, "r"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itSpeaksOfTwoDifferentPartiesInAnyOrder(Function<List<PartyId>, RelationshipCommand> made) {
    assertThat(made.apply(List.of(UNITED_STATES, CUBA)).subject())
        .hasToString("relationships/cuba/united-states");
    assertInvalid(TOO_FEW_PARTIES, () -> made.apply(List.of(CUBA)));
    assertInvalid(SELF_RELATION, () -> made.apply(List.of(CUBA, CUBA)));
  }

  @ParameterizedTest
  @MethodSource("ofBoth")
  void bothAreTakenToExistThen(Function<List<PartyId>, RelationshipCommand> made) {
    EdtfSpan when = EdtfSpan.of(ON);

    assertThat(made.apply(List.of(UNITED_STATES, CUBA)).references())
        .contains(new Reference.Extant(CUBA, when), new Reference.Extant(UNITED_STATES, when))
        .doesNotContain(new Reference.Arisen(CUBA, when));
  }

  @Test
  void whatEndsMayOutliveAParty() {
    EdtfSpan when = EdtfSpan.of(ON);

    for (RelationshipCommand end :
        List.of(
            new SeverRelations(List.of(UNITED_STATES, CUBA), ON, "r"),
            new ChangeRepresentation(
                List.of(UNITED_STATES, CUBA), Representation.NONE, ON, null))) {
      assertThat(end.references())
          .contains(new Reference.Arisen(CUBA, when), new Reference.Arisen(UNITED_STATES, when))
          .doesNotContain(new Reference.Extant(CUBA, when));
    }
  }

  @Test
  void relationsAreOfPartiesThatMayBeRecognizedYetASourceMayStateOthers() {
    List<PartyId> two = List.of(UNITED_STATES, CUBA);

    assertThat(new EstablishRelations(two, ON).references())
        .contains(new Reference.Recognizable(CUBA), new Reference.Recognizable(UNITED_STATES));
    assertThat(
            new NoteDiscrepancy(two, StatedChange.ESTABLISHMENT, ON, "the source has it")
                .references())
        .doesNotContain(new Reference.Recognizable(CUBA));
  }

  @Test
  void whoRecognizesWhomStandsInItsOrderYetThePairIsOne() {
    RecognizeParty recognition = new RecognizeParty(UNITED_STATES, CUBA, ON, false);

    assertThat(recognition.by()).isEqualTo(UNITED_STATES);
    assertThat(recognition.pair()).isEqualTo(new Pair(CUBA, UNITED_STATES));
    assertInvalid(SELF_RELATION, () -> new RecognizeParty(CUBA, CUBA, ON, false));
  }

  @Test
  void whatUndoesRelationsOrContradictsThemHasAReason() {
    List<PartyId> both = List.of(CUBA, UNITED_STATES);

    assertInvalid(REASON_REQUIRED, () -> new InterruptRelations(both, ON, ""));
    assertInvalid(REASON_REQUIRED, () -> new SeverRelations(both, ON, ""));
    assertInvalid(REASON_REQUIRED, () -> new ResumeRelations(both, ON, ""));
    assertInvalid(REASON_REQUIRED, () -> new NoteDiscrepancy(both, StatedChange.SEVERANCE, ON, ""));
  }
}
