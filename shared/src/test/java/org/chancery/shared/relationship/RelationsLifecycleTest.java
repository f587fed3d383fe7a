package org.chancery.shared.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelationsLifecycleTest {
  private final RelationsLifecycle lifecycle = new RelationsLifecycle();

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          STEP,              UNKNOWN,    RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          RECOGNIZED,        RECOGNIZED, RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          ESTABLISHED,       ESTABLISHED, ESTABLISHED, ALREADY_ESTABLISHED, ALREADY_ESTABLISHED, ESTABLISHED
          NONE,              UNKNOWN,    RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          CONSULATE,         UNKNOWN,    RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          INTERESTS_SECTION, UNKNOWN,    RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          LIAISON_OFFICE,    UNKNOWN,    RECOGNIZED,  ESTABLISHED, INTERRUPTED, SEVERED
          LEGATION,          RELATIONS_NOT_ESTABLISHED, RELATIONS_NOT_ESTABLISHED, ESTABLISHED, INTERRUPTED, RELATIONS_SEVERED
          EMBASSY,           RELATIONS_NOT_ESTABLISHED, RELATIONS_NOT_ESTABLISHED, ESTABLISHED, INTERRUPTED, RELATIONS_SEVERED
          INTERRUPTED,       RELATIONS_NOT_ESTABLISHED, RELATIONS_NOT_ESTABLISHED, INTERRUPTED, ALREADY_INTERRUPTED, RELATIONS_SEVERED
          SEVERED,           RELATIONS_NOT_ESTABLISHED, RELATIONS_NOT_ESTABLISHED, SEVERED, SEVERED, RELATIONS_SEVERED
          RESUMED,           RELATIONS_NOT_ESTABLISHED, RELATIONS_NOT_ESTABLISHED, ALREADY_ESTABLISHED, ESTABLISHED, ESTABLISHED
          """)
  void aStepLeadsToAStateOrIsRefusedAtWhateverLevelOfRepresentation(
      String step,
      String unknown,
      String recognized,
      String established,
      String interrupted,
      String severed) {
    for (Representation level : Representation.values()) {
      assertThat(outcome(DiplomaticRelations.UNKNOWN, level, step)).isEqualTo(unknown);
      assertThat(outcome(DiplomaticRelations.RECOGNIZED, level, step)).isEqualTo(recognized);
      assertThat(outcome(DiplomaticRelations.ESTABLISHED, level, step)).isEqualTo(established);
      assertThat(outcome(DiplomaticRelations.INTERRUPTED, level, step)).isEqualTo(interrupted);
      assertThat(outcome(DiplomaticRelations.SEVERED, level, step)).isEqualTo(severed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, NONE",
    "CONSULATE, CONSULATE",
    "INTERESTS_SECTION, INTERESTS_SECTION",
    "LIAISON_OFFICE, LIAISON_OFFICE",
    "LEGATION, NONE",
    "EMBASSY, NONE"
  })
  void severanceWithdrawsTheMissionsThatNeedRelations(Representation held, Representation left) {
    RelationsState before = new RelationsState(DiplomaticRelations.ESTABLISHED, held);

    assertThat(lifecycle.after(before, new RelationsStep.Severed()).level()).isEqualTo(left);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfRepresentationSetsTheLevel(Representation level) {
    RelationsState before =
        new RelationsState(DiplomaticRelations.ESTABLISHED, Representation.NONE);

    assertThat(lifecycle.after(before, new RelationsStep.RepresentationChanged(level)))
        .isEqualTo(new RelationsState(DiplomaticRelations.ESTABLISHED, level));
  }

  @ParameterizedTest
  @EnumSource
  void recognitionEstablishmentAndResumptionLeaveAMissionAsItIs(Representation level) {
    assumeThat(level).isNotEqualTo(Representation.NONE);
    RelationsState interrupted = new RelationsState(DiplomaticRelations.INTERRUPTED, level);
    RelationsState unknown = new RelationsState(DiplomaticRelations.UNKNOWN, level);

    assertThat(lifecycle.after(interrupted, new RelationsStep.Resumed()).level()).isEqualTo(level);
    assertThat(lifecycle.after(unknown, new RelationsStep.Recognized()).level()).isEqualTo(level);
    assertThat(lifecycle.after(unknown, new RelationsStep.Established()).level()).isEqualTo(level);
  }

  @Test
  void thatThereWasNoMissionSaysNothingOnceRelationsBeginOrGoOn() {
    RelationsState severed = new RelationsState(DiplomaticRelations.SEVERED, Representation.NONE);

    assertThat(lifecycle.after(severed, new RelationsStep.Resumed()).level()).isNull();
    assertThat(lifecycle.after(severed, new RelationsStep.Established()).level()).isNull();
    assertThat(lifecycle.after(severed, new RelationsStep.Recognized())).isEqualTo(severed);
  }

  @Test
  void beforeAllHistoryNothingIsKnownOfTwoParties() {
    assertThat(lifecycle.initial())
        .isEqualTo(new RelationsState(DiplomaticRelations.UNKNOWN, null));
  }

  @Test
  void severanceDoesNotSayThatThereIsNoConsulateWhereNoMissionWasRecorded() {
    RelationsState established = new RelationsState(DiplomaticRelations.ESTABLISHED, null);

    assertThat(lifecycle.after(established, new RelationsStep.Severed()).level()).isNull();
  }

  private String outcome(DiplomaticRelations relations, Representation level, String name) {
    RelationsState state = new RelationsState(relations, level);
    RelationsStep step = step(name);
    var objection = lifecycle.objection(state, step);
    return objection == null ? lifecycle.after(state, step).relations().name() : objection.name();
  }

  private static RelationsStep step(String name) {
    return switch (name) {
      case "RECOGNIZED" -> new RelationsStep.Recognized();
      case "ESTABLISHED" -> new RelationsStep.Established();
      case "INTERRUPTED" -> new RelationsStep.Interrupted();
      case "SEVERED" -> new RelationsStep.Severed();
      case "RESUMED" -> new RelationsStep.Resumed();
      default -> new RelationsStep.RepresentationChanged(Representation.valueOf(name));
    };
  }
}
