package org.chancery.shared.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissionCommandTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RU = new PartyId("russia");
  private static final OfficialId KENNAN = new OfficialId("kennan");
  private static final EdtfDate ON = EdtfDate.parse("1952-05-14");
  private static final EdtfSpan DAY = EdtfSpan.of(ON);

  @Test
  void theMissionsIdFollowsFromItsPartiesInTheirOrder() {
    assertThat(present(KENNAN, null).subject()).hasToString("missions/united-states-to-russia");
    assertThat(new MissionId(RU, US)).hasToString("russia-to-united-states");
  }

  @Test
  void aHeadIsAnOfficialOrANameAndNeverBoth() {
    refuses("official", RefusalCode.INVALID_FIELDS, () -> present(null, null));
    refuses("official", RefusalCode.INVALID_FIELDS, () -> present(null, " "));
    refuses("name", RefusalCode.INVALID_FIELDS, () -> present(KENNAN, "Kennan"));
    assertThat(present(null, " George Kennan ").name()).isEqualTo("George Kennan");
  }

  @Test
  void noPartyHasAMissionToItself() {
    refuses(
        "receiving",
        RefusalCode.SELF_RELATION,
        () -> new PresentCredentials(US, US, KENNAN, null, null, ON));
  }

  @Test
  void anIdThatWouldBeTooLongIsRefused() {
    PartyId longest = new PartyId("x".repeat(64));

    assertThatThrownBy(() -> new PresentCredentials(US, longest, KENNAN, null, null, ON))
        .matches(code(RefusalCode.INVALID_ID));
  }

  @Test
  void theReceivingPartyAloneDeclaresSomebodyPersonaNonGrata() {
    DiplomaticAgent person = new DiplomaticAgent(KENNAN, null);

    refuses(
        "by",
        RefusalCode.INVALID_FIELDS,
        () -> new DeclarePersonaNonGrata(US, RU, person, US, ON, "an interview"));
    refuses(
        "reason",
        RefusalCode.REASON_REQUIRED,
        () -> new DeclarePersonaNonGrata(US, RU, person, RU, ON, " "));
  }

  @Test
  void whatBeginsNeedsBothPartiesAndWhatEndsMayOutliveThem() {
    assertThat(present(KENNAN, null).references())
        .containsExactly(
            new Reference.Extant(US, DAY),
            new Reference.Extant(RU, DAY),
            new Reference.KnownOfficial(KENNAN));
    assertThat(new EndMission(US, RU, null, "George Kennan", null, ON, null).references())
        .containsExactly(new Reference.Arisen(US, DAY), new Reference.Arisen(RU, DAY));
  }

  private static PresentCredentials present(@Nullable OfficialId official, @Nullable String name) {
    return new PresentCredentials(US, RU, official, name, null, ON);
  }

  private static void refuses(String field, RefusalCode code, ThrowingCallable command) {
    assertThatThrownBy(command)
        .matches(code(code))
        .matches(failure -> field.equals(((InvalidValue) failure).field()));
  }

  private static Predicate<Throwable> code(RefusalCode code) {
    return failure -> failure instanceof InvalidValue invalid && invalid.code() == code;
  }
}
