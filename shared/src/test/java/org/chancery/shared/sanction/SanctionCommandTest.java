package org.chancery.shared.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.REASON_REQUIRED;
import static org.chancery.shared.RefusalCode.SELF_RELATION;

import java.util.List;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.sanction.SanctionCommand.AmendSanctions;
import org.chancery.shared.sanction.SanctionCommand.EaseSanctions;
import org.chancery.shared.sanction.SanctionCommand.ImposeSanctions;
import org.chancery.shared.sanction.SanctionCommand.LiftSanctions;
import org.chancery.shared.sanction.SanctionCommand.ReinstateSanctions;
import org.chancery.shared.sanction.SanctionCommand.SuspendSanctions;
import org.chancery.shared.sanction.SanctionCommand.ThreatenSanctions;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;

class SanctionCommandTest {
  private static final SanctionId ID = new SanctionId("us-ru-2014");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId US = new PartyId("united-states");
  private static final DesignatedPerson PERSON =
      new DesignatedPerson(new OfficialId("lavrov-sergei"), null, RUSSIA);
  private static final List<Measure> BAN = List.of(Measure.TRAVEL_BAN);
  private static final EdtfDate ON = EdtfDate.parse("2014-03-17");

  @Test
  void sanctionsAreOfSomebodyAgainstSomebodyElse() {
    assertInvalid(INVALID_FIELDS, () -> impose(List.of(), List.of(RUSSIA), List.of(), BAN));
    assertInvalid(INVALID_FIELDS, () -> impose(List.of(US), List.of(), List.of(), BAN));
    assertInvalid(SELF_RELATION, () -> impose(List.of(US), List.of(RUSSIA, US), List.of(), BAN));
    assertThat(impose(List.of(US), List.of(), List.of(PERSON), BAN).persons())
        .containsExactly(PERSON);
  }

  @Test
  void whatIsImposedOrAmendedHasMeasuresAndWhatIsThreatenedMayLackThem() {
    assertInvalid(INVALID_FIELDS, () -> impose(List.of(US), List.of(RUSSIA), List.of(), List.of()));
    assertInvalid(INVALID_FIELDS, () -> new AmendSanctions(ID, List.of(), ON, "Syria"));
    assertThat(threaten(List.of()).measures()).isEmpty();
    assertThat(new EaseSanctions(ID, List.of(), ON, "talks").measures()).isEmpty();
  }

  @Test
  void nothingBefallsSanctionsWithoutAReason() {
    assertInvalid(REASON_REQUIRED, () -> new AmendSanctions(ID, BAN, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new EaseSanctions(ID, BAN, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new SuspendSanctions(ID, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new ReinstateSanctions(ID, BAN, ON, " "));
    assertInvalid(REASON_REQUIRED, () -> new LiftSanctions(ID, ON, " "));
  }

  @Test
  void aPersonIsAnOfficialOrGoesByAName() {
    assertInvalid(INVALID_FIELDS, () -> new DesignatedPerson(null, " ", RUSSIA));
    assertInvalid(
        INVALID_FIELDS, () -> new DesignatedPerson(PERSON.official(), "Sergei Lavrov", RUSSIA));
  }

  @Test
  void whoIsNamedExistsAndAThreatHasBeenMade() {
    EdtfSpan day = EdtfSpan.of(ON);
    assertThat(impose(List.of(US), List.of(RUSSIA), List.of(PERSON), BAN).references())
        .containsExactly(
            new Reference.Extant(US, day),
            new Reference.Extant(RUSSIA, day),
            new Reference.KnownOfficial(new OfficialId("lavrov-sergei")),
            new Reference.Known(RUSSIA));
    assertThat(threaten(BAN).references()).contains(new Reference.Begun(day));
  }

  private static ThreatenSanctions threaten(List<Measure> measures) {
    return new ThreatenSanctions(
        ID, List.of(US), List.of(RUSSIA), List.of(), measures, ON, "Crimea");
  }

  private static ImposeSanctions impose(
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      List<Measure> measures) {
    return new ImposeSanctions(ID, by, against, persons, measures, null, ON, "Crimea");
  }
}
