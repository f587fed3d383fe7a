package org.chancery.command.agreement;

import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.agreement.AgreementCommand;
import org.chancery.shared.agreement.AgreementCommand.ApplyProvisionally;
import org.chancery.shared.agreement.AgreementCommand.BringIntoForce;
import org.chancery.shared.agreement.AgreementCommand.ConsentToBeBound;
import org.chancery.shared.agreement.AgreementCommand.MakeReservation;
import org.chancery.shared.agreement.AgreementCommand.ResumeOperation;
import org.chancery.shared.agreement.AgreementCommand.SignAgreement;
import org.chancery.shared.agreement.AgreementCommand.SuspendOperation;
import org.chancery.shared.agreement.AgreementCommand.TerminateAgreement;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.agreement.Representative;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementDecisionsTest {
  private static final String TABLE =
      """
                            | None             | Adopted                     | Signed                      | Bound                       | Withdrawn                   | Applied                     | InForce                     | Suspended                   | Terminated
      AdoptAgreement        | AgreementAdopted | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS              | ALREADY_EXISTS
      SignAgreement         | UNKNOWN_SUBJECT  | AgreementSigned             | ALREADY_SIGNED              | ALREADY_SIGNED              | AgreementSigned             | AgreementSigned             | AgreementSigned             | AgreementSigned             | AGREEMENT_TERMINATED
      ConsentToBeBound      | UNKNOWN_SUBJECT  | ConsentToBeBoundExpressed   | ConsentToBeBoundExpressed   | ALREADY_BOUND               | ConsentToBeBoundExpressed   | ConsentToBeBoundExpressed   | ConsentToBeBoundExpressed   | ConsentToBeBoundExpressed   | AGREEMENT_TERMINATED
      MakeReservation       | UNKNOWN_SUBJECT  | NOT_SIGNED                  | ReservationMade             | ReservationMade             | NOT_SIGNED                  | NOT_SIGNED                  | NOT_SIGNED                  | NOT_SIGNED                  | AGREEMENT_TERMINATED
      WithdrawFromAgreement | UNKNOWN_SUBJECT  | NOT_SIGNED                  | WithdrawalNotified          | WithdrawalNotified          | NOT_SIGNED                  | NOT_SIGNED                  | NOT_SIGNED                  | NOT_SIGNED                  | AGREEMENT_TERMINATED
      ApplyProvisionally    | UNKNOWN_SUBJECT  | ProvisionalApplicationBegun | ProvisionalApplicationBegun | ProvisionalApplicationBegun | ProvisionalApplicationBegun | ALREADY_IN_FORCE            | ALREADY_IN_FORCE            | ALREADY_IN_FORCE            | AGREEMENT_TERMINATED
      BringIntoForce        | UNKNOWN_SUBJECT  | EnteredIntoForce            | EnteredIntoForce            | EnteredIntoForce            | EnteredIntoForce            | EnteredIntoForce            | ALREADY_IN_FORCE            | ALREADY_IN_FORCE            | AGREEMENT_TERMINATED
      SuspendOperation      | UNKNOWN_SUBJECT  | AGREEMENT_NOT_IN_FORCE      | AGREEMENT_NOT_IN_FORCE      | AGREEMENT_NOT_IN_FORCE      | AGREEMENT_NOT_IN_FORCE      | AGREEMENT_NOT_IN_FORCE      | OperationSuspended          | AGREEMENT_NOT_IN_FORCE      | AGREEMENT_NOT_IN_FORCE
      ResumeOperation       | UNKNOWN_SUBJECT  | NOT_SUSPENDED               | NOT_SUSPENDED               | NOT_SUSPENDED               | NOT_SUSPENDED               | NOT_SUSPENDED               | NOT_SUSPENDED               | OperationResumed            | NOT_SUSPENDED
      TerminateAgreement    | UNKNOWN_SUBJECT  | AgreementTerminated         | AgreementTerminated         | AgreementTerminated         | AgreementTerminated         | AgreementTerminated         | AgreementTerminated         | AgreementTerminated         | AGREEMENT_TERMINATED
      """;

  private static final AgreementId INF = new AgreementId("inf-treaty");
  private static final AgreementAdopted ADOPTED =
      new AgreementAdopted(
          INF, "INF Treaty", AgreementKind.TREATY, List.of(US, RUSSIA), "arms control", on("1987"));
  private static final AgreementSigned SIGNED =
      new AgreementSigned(INF, RUSSIA, new Representative(null, "Mikhail Gorbachev"), on("1988"));
  private static final EnteredIntoForce IN_FORCE = new EnteredIntoForce(INF, on("1990"));
  private static final OperationSuspended SUSPENDED =
      new OperationSuspended(INF, on("2000"), "a dispute");
  private static final AgreementTerminated TERMINATED =
      new AgreementTerminated(INF, on("2010"), "by both");

  private static final DecisionTable<Agreement> DECISIONS =
      new DecisionTable<>(Agreement.class)
          .state("None")
          .state("Adopted", ADOPTED)
          .state("Signed", ADOPTED, SIGNED)
          .state("Bound", ADOPTED, SIGNED, ratified(RUSSIA, "1989"))
          .state("Withdrawn", ADOPTED, SIGNED, withdrawn("1995", "1996"))
          .state("Applied", ADOPTED, new ProvisionalApplicationBegun(INF, on("1989")))
          .state("InForce", ADOPTED, IN_FORCE)
          .state("Suspended", ADOPTED, IN_FORCE, SUSPENDED)
          .state("Terminated", ADOPTED, TERMINATED)
          .command(ADOPTED.command())
          .command(new SignAgreement(INF, RUSSIA, new Representative(TILLERSON, null), on("2016")))
          .command(ratified(RUSSIA, "2016").command())
          .command(new ApplyProvisionally(INF, on("2016")))
          .command(new BringIntoForce(INF, on("2016")))
          .command(new MakeReservation(INF, RUSSIA, "not article 5", on("2016")))
          .command(
              new SuspendOperation(INF, on("2016"), "a breach", List.of(US), new CitedCause(7L)))
          .command(new ResumeOperation(INF, on("2016"), "settled"))
          .command(withdrawn("2016", "2017").command())
          .command(
              new TerminateAgreement(INF, on("2016"), "obsolete", List.of(US), new CitedCause(7L)));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(AgreementCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void nobodySignsBeforeTheTextIsAdopted() {
    given(ADOPTED)
        .when(new SignAgreement(INF, RUSSIA, null, on("1986")))
        .isRefused(RefusalCode.AGREEMENT_NOT_ADOPTED);
  }

  @Test
  void whoDidNotNegotiateItMayAccede() {
    given(ADOPTED, IN_FORCE)
        .when(new ConsentToBeBound(INF, FRANCE, ConsentMeans.ACCESSION, on("1991")))
        .enters(new ConsentToBeBoundExpressed(INF, FRANCE, ConsentMeans.ACCESSION, on("1991")));
  }

  @Test
  void whatOnePartyDidSaysNothingOfWhenAnotherDid() {
    given(ADOPTED, new AgreementSigned(INF, RUSSIA, null, on("1988-03-03")), signedBy(US, "1988"))
        .when(ratified(US, "1988-02").command())
        .enters(ratified(US, "1988-02"));
  }

  @Test
  void aPartyWithdrawsWithEffectFromALaterDay() {
    given(ADOPTED, SIGNED, ratified(RUSSIA, "1989"), withdrawn("2019-02", "2019-08"))
        .when(new MakeReservation(INF, RUSSIA, "not article 5", on("2019-05")))
        .enters(new ReservationMade(INF, RUSSIA, "not article 5", on("2019-05")));
  }

  @Test
  void aTerminationBeforeWhatAPartyDidIsRefusedAndNamesIt() {
    given(ADOPTED, SIGNED, ratified(RUSSIA, "1989"))
        .when(new TerminateAgreement(INF, on("1987"), "obsolete"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void aSignatureOnWhichAReservationRestsIsNotRetracted() {
    given(ADOPTED, SIGNED, new ReservationMade(INF, RUSSIA, "not article 5", on("1989")))
        .when(new RetractEntry(new Subject("agreements", "inf-treaty"), 41, 1, "misread"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
  }

  @Test
  void aDateIsCorrectedWhereWhatFollowsStillCan() {
    Subject subject = new Subject("agreements", "inf-treaty");
    given(ADOPTED, SIGNED, ratified(RUSSIA, "1989"))
        .when(new CorrectEntry(subject, 41, 2, ratified(RUSSIA, "1991").command(), "misread"))
        .enters(new EntryCorrected(subject, 41, 2, ratified(RUSSIA, "1991"), "misread"));
    given(ADOPTED, SIGNED, ratified(RUSSIA, "1989"))
        .when(new CorrectEntry(subject, 41, 1, signedBy(RUSSIA, "1992").command(), "misread"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
  }

  private static AgreementSigned signedBy(PartyId party, String date) {
    return new AgreementSigned(INF, party, null, on(date));
  }

  private static ConsentToBeBoundExpressed ratified(PartyId party, String date) {
    return new ConsentToBeBoundExpressed(INF, party, ConsentMeans.RATIFICATION, on(date));
  }

  private static WithdrawalNotified withdrawn(String notified, String effective) {
    return new WithdrawalNotified(
        INF, RUSSIA, on(notified), on(effective), "a breach", new CitedCause(7L));
  }

  private static Scenario<Agreement> given(AgreementEvent... history) {
    return Scenario.of(Agreement.class, history);
  }
}
