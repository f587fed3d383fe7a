package org.chancery.command.sanction;

import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionCommand;
import org.chancery.shared.sanction.SanctionCommand.AmendSanctions;
import org.chancery.shared.sanction.SanctionCommand.EaseSanctions;
import org.chancery.shared.sanction.SanctionCommand.ImposeSanctions;
import org.chancery.shared.sanction.SanctionCommand.LiftSanctions;
import org.chancery.shared.sanction.SanctionCommand.ReinstateSanctions;
import org.chancery.shared.sanction.SanctionCommand.SuspendSanctions;
import org.chancery.shared.sanction.SanctionCommand.ThreatenSanctions;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SanctionDecisionsTest {
  private static final String TABLE =
      """
                         | None                | Threatened             | InForce             | Eased               | Suspended              | Lifted
      ThreatenSanctions  | SanctionsThreatened | ALREADY_EXISTS         | ALREADY_IMPOSED     | ALREADY_IMPOSED     | ALREADY_IMPOSED        | SANCTIONS_LIFTED
      ImposeSanctions    | SanctionsImposed    | SanctionsImposed       | ALREADY_IMPOSED     | ALREADY_IMPOSED     | ALREADY_IMPOSED        | SANCTIONS_LIFTED
      AmendSanctions     | UNKNOWN_SUBJECT     | SANCTIONS_NOT_IN_FORCE | SanctionsAmended    | SanctionsAmended    | SanctionsAmended       | SANCTIONS_NOT_IN_FORCE
      EaseSanctions      | UNKNOWN_SUBJECT     | SANCTIONS_NOT_IN_FORCE | SanctionsEased      | SanctionsEased      | SANCTIONS_NOT_IN_FORCE | SANCTIONS_NOT_IN_FORCE
      SuspendSanctions   | UNKNOWN_SUBJECT     | SANCTIONS_NOT_IN_FORCE | SanctionsSuspended  | SanctionsSuspended  | SANCTIONS_NOT_IN_FORCE | SANCTIONS_NOT_IN_FORCE
      ReinstateSanctions | UNKNOWN_SUBJECT     | NOT_SUSPENDED          | NOT_SUSPENDED       | SanctionsReinstated | SanctionsReinstated    | NOT_SUSPENDED
      LiftSanctions      | UNKNOWN_SUBJECT     | SanctionsLifted        | SanctionsLifted     | SanctionsLifted     | SanctionsLifted        | SANCTIONS_NOT_IN_FORCE
      """;

  private static final SanctionId ID = new SanctionId("us-ru-2014");
  private static final Subject SUBJECT = new Subject("sanctions", "us-ru-2014");
  private static final List<Measure> FREEZE = List.of(Measure.ASSET_FREEZE);
  private static final SanctionsThreatened THREATENED =
      new SanctionsThreatened(
          ID, List.of(US), List.of(RUSSIA), List.of(), FREEZE, on("2013"), "Crimea");
  private static final SanctionsImposed IMPOSED = imposed("2014");
  private static final SanctionsSuspended SUSPENDED =
      new SanctionsSuspended(ID, on("2015"), "talks");

  private static final DecisionTable<Sanction> DECISIONS =
      new DecisionTable<>(Sanction.class)
          .state("None")
          .state("Threatened", THREATENED)
          .state("InForce", IMPOSED)
          .state("Eased", IMPOSED, new SanctionsEased(ID, List.of(), on("2015"), "talks"))
          .state("Suspended", IMPOSED, SUSPENDED)
          .state("Lifted", IMPOSED, new SanctionsLifted(ID, on("2015"), "talks"))
          .command(
              new ThreatenSanctions(
                  ID, List.of(US), List.of(RUSSIA), List.of(), FREEZE, on("2016"), "Syria"))
          .command(
              new ImposeSanctions(
                  ID,
                  List.of(US, GERMANY),
                  List.of(RUSSIA),
                  List.of(new DesignatedPerson(TILLERSON, null, RUSSIA)),
                  FREEZE,
                  "an act",
                  on("2016"),
                  "Syria"))
          .command(new AmendSanctions(ID, List.of(Measure.TRADE), on("2016"), "Syria"))
          .command(new EaseSanctions(ID, List.of(Measure.TRADE), on("2016"), "talks"))
          .command(new SuspendSanctions(ID, on("2016"), "talks", new CitedCause(7L)))
          .command(new ReinstateSanctions(ID, List.of(), on("2016"), "no talks"))
          .command(new LiftSanctions(ID, on("2016"), "settled", new CitedCause(7L)));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(SanctionCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void aThreatThatCameToBeKnownLaterStandsBeforeTheImposition() {
    given(IMPOSED).when(THREATENED.command()).enters(THREATENED);
  }

  @Test
  void aSuspensionThatEndedAlreadyIsRecordedLater() {
    given(IMPOSED, new SanctionsLifted(ID, on("2020"), "settled"))
        .when(SUSPENDED.command())
        .enters(SUSPENDED);
  }

  @Test
  void whatWouldUnseatALaterEntryIsRefusedAndNamesIt() {
    given(IMPOSED, new SanctionsEased(ID, List.of(), on("2016"), "talks"))
        .when(new LiftSanctions(ID, on("2015"), "settled"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void nothingBefellSanctionsBeforeTheyWereImposed() {
    given(IMPOSED)
        .when(new SuspendSanctions(ID, on("2013"), "talks"))
        .isRefused(RefusalCode.SANCTIONS_NOT_IN_FORCE);
  }

  @Test
  void aDateIsCorrectedWhereWhatFollowsStillCan() {
    given(IMPOSED, SUSPENDED)
        .when(new CorrectEntry(SUBJECT, 40, 0, imposed("2012").command(), "misread"))
        .enters(new EntryCorrected(SUBJECT, 40, 0, imposed("2012"), "misread"));
    given(IMPOSED, SUSPENDED)
        .when(new CorrectEntry(SUBJECT, 40, 0, imposed("2016").command(), "misread"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void anImpositionOnWhichASuspensionRestsIsNotRetracted() {
    given(THREATENED, IMPOSED, SUSPENDED)
        .when(new RetractEntry(SUBJECT, 41, 1, "misread"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
  }

  @Test
  void whatIsChangedNeedsWhoImposedItAndWhatEndsMayOutliveThem() {
    EdtfSpan day = EdtfSpan.of(on("2016"));
    given(IMPOSED)
        .when(new AmendSanctions(ID, FREEZE, on("2016"), "Syria"))
        .takesForGranted(new Reference.Extant(US, day));
    given(IMPOSED, THREATENED)
        .when(new LiftSanctions(ID, on("2016"), "settled"))
        .takesForGranted(new Reference.Arisen(US, day));
  }

  private static SanctionsImposed imposed(String date) {
    return new SanctionsImposed(
        ID, List.of(US), List.of(RUSSIA), List.of(), FREEZE, "an act", on(date), "Crimea");
  }

  private static Scenario<Sanction> given(SanctionEvent... history) {
    return Scenario.of(Sanction.class, history);
  }
}
