package org.chancery.command.cooperation;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CooperationDecisionsTest {
  private static final String TABLE =
      """
                           | None                   | Active                | Suspended              | Terminated
      EstablishCooperation | CooperationEstablished | ALREADY_ESTABLISHED   | ALREADY_ESTABLISHED    | ALREADY_ESTABLISHED
      SuspendCooperation   | UNKNOWN_SUBJECT        | CooperationSuspended  | COOPERATION_NOT_ACTIVE | COOPERATION_NOT_ACTIVE
      ResumeCooperation    | UNKNOWN_SUBJECT        | NOT_SUSPENDED         | CooperationResumed     | NOT_SUSPENDED
      TerminateCooperation | UNKNOWN_SUBJECT        | CooperationTerminated | CooperationTerminated  | COOPERATION_NOT_ACTIVE
      """;

  private static final CooperationId MILITARY = new CooperationId("us-ru-military");
  private static final CooperationEstablished ESTABLISHED =
      new CooperationEstablished(MILITARY, List.of(US, RUSSIA), "military", on("1992"));
  private static final CooperationSuspended SUSPENDED =
      new CooperationSuspended(MILITARY, on("2014-03-03"), "Crimea");

  private static final DecisionTable<Cooperation> DECISIONS =
      new DecisionTable<>(Cooperation.class)
          .state("None")
          .state("Active", ESTABLISHED)
          .state("Suspended", ESTABLISHED, SUSPENDED)
          .state(
              "Terminated", ESTABLISHED, new CooperationTerminated(MILITARY, on("2014"), "Crimea"))
          .command(establish("2016"))
          .command(
              new SuspendCooperation(
                  MILITARY, on("2016"), "Syria", List.of(US), new CitedCause(7L)))
          .command(new ResumeCooperation(MILITARY, on("2016"), "talks"))
          .command(
              new TerminateCooperation(
                  MILITARY, on("2016"), "Syria", List.of(US), new CitedCause(7L)));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(CooperationCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void aCooperationIsEstablishedOnceWhateverTheDate() {
    given(ESTABLISHED, SUSPENDED)
        .when(establish("1980"))
        .isRefused(RefusalCode.ALREADY_ESTABLISHED, 0);
  }

  @Test
  void nothingBefellACooperationBeforeItBegan() {
    given(ESTABLISHED)
        .when(new SuspendCooperation(MILITARY, on("1991"), "coup"))
        .isRefused(RefusalCode.COOPERATION_NOT_ACTIVE);
  }

  @Test
  void aSuspensionThatEndedAlreadyIsRecordedLater() {
    given(ESTABLISHED, new CooperationTerminated(MILITARY, on("2014"), "Crimea"))
        .when(new SuspendCooperation(MILITARY, on("2008-08"), "Georgia"))
        .enters(new CooperationSuspended(MILITARY, on("2008-08"), "Georgia"));
  }

  @Test
  void whatWouldUnseatALaterEntryIsRefusedAndNamesIt() {
    given(ESTABLISHED, SUSPENDED, new CooperationResumed(MILITARY, on("2016"), "talks"))
        .when(new TerminateCooperation(MILITARY, on("2013"), "Syria"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void whatGoesOnNeedsItsPartiesAndWhatEndsMayOutliveThem() {
    EdtfSpan day = EdtfSpan.of(on("2016"));

    given(ESTABLISHED)
        .when(new SuspendCooperation(MILITARY, on("2016"), "Syria"))
        .takesForGranted(new Reference.Extant(US, day), new Reference.Extant(RUSSIA, day));
    given(ESTABLISHED, SUSPENDED)
        .when(new ResumeCooperation(MILITARY, on("2016"), "talks"))
        .takesForGranted(new Reference.Extant(US, day), new Reference.Extant(RUSSIA, day));
    given(ESTABLISHED)
        .when(new TerminateCooperation(MILITARY, on("2016"), "Syria"))
        .takesForGranted(new Reference.Arisen(US, day), new Reference.Arisen(RUSSIA, day));
  }

  private static EstablishCooperation establish(String date) {
    return new EstablishCooperation(MILITARY, List.of(US, RUSSIA), "military", on(date));
  }

  private static Scenario<Cooperation> given(CooperationEvent... history) {
    return Scenario.of(Cooperation.class, history);
  }
}
