package org.chancery.command.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.command.Examples.FRANCE;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.shared.RefusalCode.INVALID_DATE;

import java.util.List;
import org.chancery.command.Scenario;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialTest {
  private static final OfficialRegistered REGISTERED =
      new OfficialRegistered(TILLERSON, "Rex Tillerson");

  @Test
  void aSecondRegistrationNamesTheFirst() {
    given(REGISTERED, appointed("2017"))
        .when(new RegisterOfficial(TILLERSON, "R. Tillerson"))
        .isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  @Test
  void anOfficeIsNotTakenUpTwiceWithoutAnEndBetween() {
    given(REGISTERED, appointed("2017-02-01"))
        .when(new AppointOfficial(TILLERSON, "secretary of state", US, on("2018")))
        .isRefused(RefusalCode.ALREADY_EXISTS, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Secretary\u00a0of  State", "Secre\u200btary of State"})
  void anOfficeInAnotherSpellingIsTheSameOffice(String spelling) {
    given(REGISTERED, appointed("2017-02-01"))
        .when(new AppointOfficial(TILLERSON, spelling, US, on("2018")))
        .isRefused(RefusalCode.ALREADY_EXISTS, 1);
    given(REGISTERED, appointed("2017-02-01"))
        .when(new EndAppointment(TILLERSON, spelling, US, on("2018")))
        .enters(new AppointmentEnded(TILLERSON, spelling, US, on("2018")));
  }

  @Test
  void anOfficeIsTakenUpAgainAfterItsEnd() {
    given(REGISTERED, appointed("2001"), ended("2005"))
        .when(appoint("2009"))
        .enters(appointed("2009"));
  }

  @Test
  void theOfficeOfAnotherPartyIsAnotherOffice() {
    given(REGISTERED, appointed("2017-02-01"))
        .when(new AppointOfficial(TILLERSON, "Secretary of State", FRANCE, on("2017-03")))
        .enters(new OfficialAppointed(TILLERSON, "Secretary of State", FRANCE, on("2017-03")));
  }

  @Test
  void anOfficeNeverTakenUpCannotBeLeft() {
    given(REGISTERED, appointed("2017"))
        .when(new EndAppointment(TILLERSON, "Ambassador", US, on("2018")))
        .isRefused(RefusalCode.OFFICE_NOT_HELD);
  }

  @Test
  void anOfficeLeftAlreadyIsNotLeftAgain() {
    given(REGISTERED, appointed("2001"), ended("2005"))
        .when(end("2010"))
        .isRefused(RefusalCode.OFFICE_NOT_HELD, 2);
  }

  @Test
  void anEndBeforeItsAppointmentHasItsDatesReversed() {
    given(REGISTERED, appointed("2017-02-01"))
        .when(end("2017-01"))
        .isRefused(RefusalCode.VALID_TIME_REVERSED, 1);
  }

  @Test
  void anEndBetweenTwoTermsIsReversedWhereTheSecondIsOpen() {
    given(REGISTERED, appointed("2001"), ended("2003"), appointed("2009"))
        .when(end("2006"))
        .isRefused(RefusalCode.VALID_TIME_REVERSED, 3);
  }

  @Test
  void anEndBeforeATermThatIsOverFindsNoOfficeHeld() {
    given(REGISTERED, appointed("2009"), ended("2013"))
        .when(end("2006"))
        .isRefused(RefusalCode.OFFICE_NOT_HELD);
  }

  @Test
  void anEndWithinATermThatIsRecordedConflictsWithItsEnd() {
    given(REGISTERED, appointed("2001"), ended("2009"))
        .when(end("2005"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 2);
  }

  @Test
  void anOfficeTakenUpAndLeftInOneYearOfWhichNoMoreIsKnownIsAccepted() {
    given(REGISTERED, appointed("1921")).when(end("1921")).enters(ended("1921"));
  }

  @Test
  void anAppointmentBeforeATermThatIsRecordedConflictsWithItsBeginning() {
    given(REGISTERED, appointed("2009"), ended("2013"))
        .when(appoint("2001"))
        .isRefused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, 1);
  }

  @Test
  void anOfficeMayBeAttestedBesideTermsForOneBetweenThemMayLack() {
    OfficeAttested between = attested("2006-05-01/2006-05-03");
    given(REGISTERED, appointed("2001"), ended("2005"), appointed("2009"))
        .when(between.command())
        .enters(between);
  }

  @Test
  void whereAnOfficeIsAttestedItIsStillTakenUpAndLeft() {
    given(REGISTERED, attested("2017-02-15"), attested("2019"))
        .when(appoint("2017-02-01"))
        .enters(appointed("2017-02-01"));
    given(REGISTERED, attested("2017-02-15"))
        .when(end("2018"))
        .isRefused(RefusalCode.OFFICE_NOT_HELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-02-15/..", "../2017-02-15"})
  void whatIsAttestedHasAFirstAndALastDay(String days) {
    assertThatThrownBy(() -> attested(days).command())
        .isInstanceOfSatisfying(
            InvalidValue.class, fault -> assertThat(fault.code()).isEqualTo(INVALID_DATE));
  }

  private static OfficeAttested attested(String days) {
    return new OfficeAttested(TILLERSON, "Secretary of State", US, List.of(EdtfSpan.parse(days)));
  }

  private static Scenario<Official> given(OfficialEvent... history) {
    return Scenario.of(Official.class, history);
  }

  private static AppointOfficial appoint(String date) {
    return new AppointOfficial(TILLERSON, "Secretary of State", US, on(date));
  }

  private static EndAppointment end(String date) {
    return new EndAppointment(TILLERSON, "Secretary of State", US, on(date));
  }

  private static OfficialAppointed appointed(String date) {
    return new OfficialAppointed(TILLERSON, "Secretary of State", US, on(date));
  }

  private static AppointmentEnded ended(String date) {
    return new AppointmentEnded(TILLERSON, "Secretary of State", US, on(date));
  }
}
