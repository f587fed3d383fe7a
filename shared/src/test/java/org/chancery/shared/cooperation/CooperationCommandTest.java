package org.chancery.shared.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;
import static org.chancery.shared.RefusalCode.SELF_RELATION;
import static org.chancery.shared.RefusalCode.TOO_FEW_PARTIES;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class CooperationCommandTest {
  private static final CooperationId COOPERATION = new CooperationId("us-ru-military");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId UNITED_STATES = new PartyId("united-states");
  private static final EdtfDate ON = EdtfDate.parse("2014-03");

  @Test
  void aCooperationBeginsBetweenDifferentParties() {
    assertInvalid(TOO_FEW_PARTIES, () -> establish("military", RUSSIA));
    assertInvalid(SELF_RELATION, () -> establish("military", RUSSIA, RUSSIA));
  }

  @Test
  void aCooperationIsInAField() {
    assertInvalid(INVALID_FIELDS, () -> establish(" ", RUSSIA, UNITED_STATES));
  }

  @Test
  void allItsPartiesAreTakenToExistWhenItBegins() {
    EdtfSpan when = EdtfSpan.parse("2014-03");

    assertThat(establish("military", RUSSIA, UNITED_STATES).references())
        .containsExactly(
            new Reference.Extant(RUSSIA, when), new Reference.Extant(UNITED_STATES, when));
  }

  @Test
  void itIsNeverSuspendedResumedOrTerminatedWithoutAReason() {
    assertInvalid(REASON_REQUIRED, () -> new SuspendCooperation(COOPERATION, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new ResumeCooperation(COOPERATION, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new TerminateCooperation(COOPERATION, ON, " "));
  }

  private static EstablishCooperation establish(String field, PartyId... parties) {
    return new EstablishCooperation(COOPERATION, List.of(parties), field, ON);
  }
}
