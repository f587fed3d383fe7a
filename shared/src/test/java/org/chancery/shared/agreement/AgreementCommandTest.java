package org.chancery.shared.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;
import static org.chancery.shared.RefusalCode.SELF_RELATION;
import static org.chancery.shared.RefusalCode.TOO_FEW_PARTIES;
import static org.chancery.shared.RefusalCode.VALID_TIME_REVERSED;

import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementCommand.AdoptAgreement;
import org.chancery.shared.agreement.AgreementCommand.MakeReservation;
import org.chancery.shared.agreement.AgreementCommand.ResumeOperation;
import org.chancery.shared.agreement.AgreementCommand.SignAgreement;
import org.chancery.shared.agreement.AgreementCommand.SuspendOperation;
import org.chancery.shared.agreement.AgreementCommand.TerminateAgreement;
import org.chancery.shared.agreement.AgreementCommand.WithdrawFromAgreement;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class AgreementCommandTest {
  private static final AgreementId INF = new AgreementId("inf-treaty");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId US = new PartyId("united-states");
  private static final OfficialId REAGAN = new OfficialId("reagan-ronald");
  private static final EdtfDate ON = EdtfDate.parse("1987-12-08");

  @Test
  void anAgreementIsAdoptedBetweenDifferentParties() {
    assertInvalid(TOO_FEW_PARTIES, () -> adopt("INF Treaty", "arms control", RUSSIA));
    assertInvalid(SELF_RELATION, () -> adopt("INF Treaty", "arms control", RUSSIA, RUSSIA));
  }

  @Test
  void anAgreementHasATitleAndAField() {
    assertInvalid(INVALID_FIELDS, () -> adopt(" ", "arms control", RUSSIA, US));
    assertInvalid(INVALID_FIELDS, () -> adopt("INF Treaty", " ", RUSSIA, US));
  }

  @Test
  void aReservationSaysWhatIsReserved() {
    assertInvalid(INVALID_FIELDS, () -> new MakeReservation(INF, US, " ", ON));
  }

  @Test
  void itsOperationIsNeverChangedWithoutAReason() {
    assertInvalid(REASON_REQUIRED, () -> new SuspendOperation(INF, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new ResumeOperation(INF, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new TerminateAgreement(INF, ON, " "));
  }

  @Test
  void aWithdrawalDoesNotTakeEffectBeforeItsNotice() {
    assertInvalid(
        VALID_TIME_REVERSED,
        () -> new WithdrawFromAgreement(INF, US, ON, EdtfDate.parse("1987-12-07"), null));
    assertThat(new WithdrawFromAgreement(INF, US, ON, EdtfDate.parse("1987"), " ").reason())
        .isNull();
  }

  @Test
  void whoSignsIsAnOfficialOrGoesByAName() {
    assertInvalid(INVALID_FIELDS, () -> new Representative(null, " "));
    assertInvalid(INVALID_FIELDS, () -> new Representative(REAGAN, "Ronald Reagan"));
  }

  @Test
  void whatSomebodyDidIsTakenToHaveBeenDoneByAPartyAndPersonOfTheLedger() {
    EdtfSpan day = EdtfSpan.of(ON);
    assertThat(new SignAgreement(INF, US, new Representative(REAGAN, null), ON).references())
        .containsExactly(
            new Reference.Extant(US, day),
            new Reference.KnownOfficial(REAGAN),
            new Reference.Begun(day));
    assertThat(new WithdrawFromAgreement(INF, US, ON, EdtfDate.parse("2999"), null).references())
        .containsExactly(new Reference.Arisen(US, day), new Reference.Begun(day));
  }

  private static AdoptAgreement adopt(String title, String field, PartyId... parties) {
    return new AdoptAgreement(INF, title, AgreementKind.TREATY, List.of(parties), field, ON);
  }
}
