package org.chancery.command.mission;

import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.GrantAgrement;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.NoteMissionDiscrepancy;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.mission.MissionCommand.RecordArrival;
import org.chancery.shared.mission.MissionCommand.RefuseAgrement;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.TermId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MissionDecisionsTest {
  private static final String TABLE =
      """
                             | None                    | Nominated               | Agreed                  | Refused                 | Appointed               | Arrived                 | Accredited              | Ended
      NominateHeadOfMission  | HeadNominated           | STEP_TAKEN              | STEP_TAKEN              | AGREMENT_REFUSED        | STEP_TAKEN              | STEP_TAKEN              | STEP_TAKEN              | FUNCTIONS_ENDED
      GrantAgrement          | AgrementGranted         | AgrementGranted         | STEP_TAKEN              | AGREMENT_REFUSED        | AgrementGranted         | STEP_TAKEN              | STEP_TAKEN              | FUNCTIONS_ENDED
      RefuseAgrement         | AgrementRefused         | AgrementRefused         | AgrementRefused         | AGREMENT_REFUSED        | AgrementRefused         | STEP_TAKEN              | STEP_TAKEN              | FUNCTIONS_ENDED
      AppointHeadOfMission   | HeadAppointed           | HeadAppointed           | HeadAppointed           | AGREMENT_REFUSED        | STEP_TAKEN              | STEP_TAKEN              | STEP_TAKEN              | FUNCTIONS_ENDED
      RecordArrival          | HeadArrived             | HeadArrived             | HeadArrived             | AGREMENT_REFUSED        | HeadArrived             | STEP_TAKEN              | STEP_TAKEN              | FUNCTIONS_ENDED
      PresentCredentials     | CredentialsPresented    | CredentialsPresented    | CredentialsPresented    | AGREMENT_REFUSED        | CredentialsPresented    | CredentialsPresented    | STEP_TAKEN              | FUNCTIONS_ENDED
      EndMission             | OFFICE_NOT_HELD         | FunctionsEnded          | FunctionsEnded          | FunctionsEnded          | FunctionsEnded          | FunctionsEnded          | FunctionsEnded          | FUNCTIONS_ENDED
      DeclarePersonaNonGrata | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared | PersonaNonGrataDeclared
      NoteMissionDiscrepancy | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted | MissionDiscrepancyNoted
      """;

  private static final OfficialId KENNAN = new OfficialId("kennan");
  private static final DiplomaticAgent HEAD = new DiplomaticAgent(KENNAN, null);
  private static final TermId FIRST = new TermId("1");
  private static final String RANK = "Ambassador";

  private static final HeadNominated NOMINATED =
      new HeadNominated(US, RUSSIA, HEAD, FIRST, RANK, on("1951-12"));
  private static final AgrementGranted AGREED =
      new AgrementGranted(US, RUSSIA, HEAD, FIRST, on("1952-01"));
  private static final HeadAppointed APPOINTED =
      new HeadAppointed(US, RUSSIA, HEAD, FIRST, RANK, on("1952-03-14"));
  private static final HeadArrived ARRIVED =
      new HeadArrived(US, RUSSIA, HEAD, FIRST, on("1952-05-06"));
  private static final CredentialsPresented ACCREDITED =
      new CredentialsPresented(US, RUSSIA, HEAD, FIRST, on("1952-05-14"));
  private static final FunctionsEnded ENDED = ended("1", "1952-09-19");

  private static final DecisionTable<Mission> DECISIONS =
      new DecisionTable<>(Mission.class)
          .state("None")
          .state("Nominated", NOMINATED)
          .state("Agreed", NOMINATED, AGREED)
          .state(
              "Refused", NOMINATED, new AgrementRefused(US, RUSSIA, HEAD, FIRST, on("1952"), "no"))
          .state("Appointed", APPOINTED)
          .state("Arrived", APPOINTED, ARRIVED)
          .state("Accredited", APPOINTED, ACCREDITED)
          .state("Ended", APPOINTED, ACCREDITED, ENDED)
          .command(new NominateHeadOfMission(US, RUSSIA, KENNAN, null, FIRST, RANK, on("1960")))
          .command(new GrantAgrement(US, RUSSIA, KENNAN, null, FIRST, on("1960")))
          .command(new RefuseAgrement(US, RUSSIA, KENNAN, null, FIRST, on("1960"), "his words"))
          .command(new AppointHeadOfMission(US, RUSSIA, KENNAN, null, FIRST, RANK, on("1960")))
          .command(new RecordArrival(US, RUSSIA, KENNAN, null, FIRST, on("1960")))
          .command(present("1", "1960"))
          .command(
              new EndMission(
                  US,
                  RUSSIA,
                  KENNAN,
                  null,
                  FIRST,
                  on("1960"),
                  MannerOfEnd.RECALLED,
                  new CitedCause(7L)))
          .command(new DeclarePersonaNonGrata(US, RUSSIA, HEAD, RUSSIA, on("1960"), "words"))
          .command(
              new NoteMissionDiscrepancy(
                  US, RUSSIA, KENNAN, null, FIRST, HeadStep.ARRIVED, on("1960"), "a list has it"));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(MissionCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void theFirstTermOfAPersonNeedsNoName() {
    given().when(appoint(null, "1952-03-14")).enters(APPOINTED);
    given(APPOINTED).when(present(null, "1952-05-14")).enters(ACCREDITED);
  }

  @Test
  void whoIsAppointedAgainBeginsAnotherTerm() {
    given(APPOINTED, ACCREDITED, ENDED)
        .when(appoint(null, "1960"))
        .enters(new HeadAppointed(US, RUSSIA, HEAD, new TermId("2"), null, on("1960")));
  }

  @Test
  void aStepBelongsToTheLatestTermThatAllowsIt() {
    HeadAppointed again = new HeadAppointed(US, RUSSIA, HEAD, new TermId("2"), RANK, on("1952-08"));

    given(APPOINTED, ACCREDITED, again).when(end(null, "1952-08")).enters(ended("2", "1952-08"));
    given(APPOINTED, ACCREDITED, again).when(end("1", "1952-08")).enters(ended("1", "1952-08"));
    given(APPOINTED, ACCREDITED, again, ended("1", "1952-08"))
        .when(present(null, "1952-09"))
        .enters(new CredentialsPresented(US, RUSSIA, HEAD, new TermId("2"), on("1952-09")));
  }

  @Test
  void aStepIsJudgedWhereItsDatePutsIt() {
    given(APPOINTED, ACCREDITED, ENDED)
        .when(new RecordArrival(US, RUSSIA, KENNAN, null, null, on("1952-05-06")))
        .enters(ARRIVED);
    given(APPOINTED, ACCREDITED)
        .when(end(null, "1952-04"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
    given(APPOINTED)
        .when(present("1", "1952-01"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 0);
  }

  @Test
  void headsOverlapAsTheyMay() {
    given(APPOINTED, ACCREDITED)
        .when(new PresentCredentials(US, RUSSIA, null, "Charles Bohlen", null, on("1952-06-01")))
        .enters(
            new CredentialsPresented(
                US, RUSSIA, new DiplomaticAgent(null, "Charles Bohlen"), FIRST, on("1952-06-01")));
  }

  @Test
  void aNameIsThatOfThePersonHoweverItIsSpelled() {
    DiplomaticAgent named = new DiplomaticAgent(null, "Charles Bohlen");

    given(new CredentialsPresented(US, RUSSIA, named, FIRST, on("1953")))
        .when(new PresentCredentials(US, RUSSIA, null, "CHARLES  BOHLEN", null, on("1954")))
        .isRefused(RefusalCode.STEP_TAKEN, 0);
  }

  @Test
  void theMissionOfOnePairIsNotThatOfAnother() {
    PartyId left = new PartyId("a-to-b");
    PartyId right = new PartyId("b-to-c");

    given(new CredentialsPresented(left, new PartyId("c"), HEAD, FIRST, on("1953")))
        .when(new PresentCredentials(new PartyId("a"), right, KENNAN, null, null, on("1953")))
        .isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  private static AppointHeadOfMission appoint(@Nullable String term, String date) {
    String rank = date.equals("1960") ? null : RANK;
    return new AppointHeadOfMission(US, RUSSIA, KENNAN, null, id(term), rank, on(date));
  }

  private static PresentCredentials present(@Nullable String term, String date) {
    return new PresentCredentials(US, RUSSIA, KENNAN, null, id(term), on(date));
  }

  private static EndMission end(@Nullable String term, String date) {
    return new EndMission(US, RUSSIA, KENNAN, null, id(term), on(date), null);
  }

  private static FunctionsEnded ended(String term, String date) {
    return new FunctionsEnded(
        US, RUSSIA, HEAD, new TermId(term), on(date), MannerOfEnd.UNSPECIFIED);
  }

  private static @Nullable TermId id(@Nullable String term) {
    return term == null ? null : new TermId(term);
  }

  private static Scenario<Mission> given(MissionEvent... history) {
    return Scenario.of(Mission.class, history);
  }
}
