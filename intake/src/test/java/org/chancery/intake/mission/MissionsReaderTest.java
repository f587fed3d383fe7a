package org.chancery.intake.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.intake.mission.MissionFixture.HARRIMAN;
import static org.chancery.intake.mission.MissionFixture.SMITH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.DeclarePersonaNonGrata;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionsReaderTest {
  private final Path folder;
  private final MissionFixture source;

  MissionsReaderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.source = new MissionFixture(folder, "2025-01-15");
  }

  private Readings read() {
    return Readings.of(new MissionsReader(), folder);
  }

  @Test
  void eachTurnOfAnAppointmentBecomesAStep() throws IOException {
    source.moscow(HARRIMAN);

    Readings readings = read();
    assertThat(readings.facts())
        .extracting(draft -> draft.command().getClass().getSimpleName())
        .containsExactly("AppointHeadOfMission", "PresentCredentials", "EndMission");
    AppointHeadOfMission appointed = readings.commands(AppointHeadOfMission.class).getFirst();
    assertThat(appointed.subject()).hasToString("missions/united-states-to-russia");
    assertThat(appointed.rank()).isEqualTo("Ambassador Extraordinary and Plenipotentiary");
    assertThat(appointed.term()).hasToString("ru-1943-harr-01");
    assertThat(readings.commands(EndMission.class).getFirst().manner())
        .isEqualTo(MannerOfEnd.LEFT_POST);
    assertThat(readings.commands(RegisterOfficial.class))
        .containsExactly(
            new RegisterOfficial(
                Objects.requireNonNull(appointed.official()), "W. Averell Harriman"));
    assertThat(readings.facts().getFirst().provenance().sources().getFirst())
        .hasFieldOrPropertyWithValue("locator", "missions-countries/russia.xml, ru-1943-harr-01");
  }

  @ParameterizedTest
  @CsvSource({
    "1818-02-14, Left post on or soon after, 1818-02-14~, LEFT_POST",
    "1856-05, Presented recall on or shortly before, 1856-05~, PRESENTED_RECALL",
    "1856, Probably presented recall on or before, 1856%, PRESENTED_RECALL",
    "1967-06-07, Normal relations interrupted on, 1967-06-07, RELATIONS_INTERRUPTED",
    "1979-02-14, Assassinated at post on, 1979-02-14, DIED",
    "1949-01-01, Promoted to Ambassador Extraordinary and Plenipotentiary, 1949-01-01,"
        + " RECOMMISSIONED",
    "1950-01-01, Had farewell audience, 1950-01-01, UNSPECIFIED"
  })
  void aNoteSaysHowFarADateIsKnownAndHowTheFunctionsEnded(
      String date, String note, String on, MannerOfEnd manner) throws IOException {
    source.moscow(MissionFixture.of("x-1", "smith-w", "", "", date, note));

    EndMission end = read().commands(EndMission.class).getFirst();
    assertThat(end.on()).hasToString(on);
    assertThat(end.manner()).isEqualTo(manner);
  }

  @Test
  void whoWasNominatedAndDidNotServeIsNominatedAlone() throws IOException {
    String undated = MissionFixture.of("ru-1856-roe-01", "roe-jane", "", "", "", "");
    String noted =
        MissionFixture.of("x--doe-01", "doe-john", "", "", "", "")
            .replace(
                "<note/>\n<created-by>",
                "<note>Nomination of May 12, 1992, lapsed.</note>\n<created-by>");
    source.moscow(
        List.of(),
        List.of(
            MissionFixture.of("ru-1900-poe-01", "poe-ann", "1900-01-02", "", "", ""),
            undated,
            noted));

    Readings readings = read();
    assertThat(readings.commands(NominateHeadOfMission.class))
        .extracting(nomination -> nomination.on().text())
        .containsExactly("1900-01-02", "1856~", "1992-05-12");
    assertThat(readings.flags("no turn of it is dated")).hasSize(2);
  }

  @Test
  void aPersonDeclaredNonGrataIsToldSo() throws IOException {
    source.moscow(
        HARRIMAN.replace(
            "</ended><note/>",
            "</ended><note>The Government declared him <hi>persona non grata</hi> on October 3,"
                + " 1952, and he did not return.</note>"));

    DeclarePersonaNonGrata declared = read().commands(DeclarePersonaNonGrata.class).getFirst();
    assertThat(declared.on()).hasToString("1952-10-03");
    assertThat(declared.by()).hasToString("russia");
  }

  @Test
  void aPrincipalTakesUpAnOfficeAndLeavesIt() throws IOException {
    source.secretaries(
        MissionFixture.of("secr-1973-kiss", "kissinger-h", "1973-09-21", "1973-09-22", "", ""));

    assertThat(read().commands(AppointOfficial.class))
        .singleElement()
        .hasToString(
            "AppointOfficial[official=kissinger-h, office=Secretary of State,"
                + " party=united-states, on=1973-09-22]");
  }

  @Test
  void aBeginningAfterItsEndIsFlaggedAndTheAppointmentToldInstead() throws IOException {
    source.secretaries(
        MissionFixture.of("s-1", "smith-w", "1866-07-27", "1886-07-27", "1886-07-22", ""));

    Readings readings = read();
    assertThat(readings.commands(AppointOfficial.class).getFirst().on()).hasToString("1866-07-27");
    assertThat(readings.flags("ended on 1886-07-22, before it was started")).hasSize(1);
  }

  @Test
  void anIdThatStandsTwiceTellsTwoTerms() throws IOException {
    source.moscow(HARRIMAN, HARRIMAN.replace("1943-1", "1953-1").replace("1946-0", "1956-0"));

    Readings readings = read();
    assertThat(readings.flags("its id stands in the file before")).hasSize(1);
    assertThat(readings.commands(PresentCredentials.class))
        .extracting(step -> String.valueOf(step.term()))
        .containsExactly("ru-1943-harr-01", "ru-1943-harr-01-2");
  }

  @Test
  void aRecordThatCannotBeReadIsRefusedAlone() throws IOException {
    source.moscow(HARRIMAN.replace("1943-10-07", "07.10.1943"), SMITH);

    Readings readings = read();
    assertThat(readings.reasons())
        .containsExactly("appointed: '07.10.1943' is not a day, month or year");
    assertThat(readings.commands(MissionCommand.class)).hasSize(3);
  }

  @Test
  void hostileXmlIsRefused() throws IOException {
    source.file(
        "missions-countries/bomb.xml",
        "<!DOCTYPE x [<!ENTITY a SYSTEM"
            + " \"file:///etc/passwd\">]><country-mission>&a;</country-mission>");
    source.file("missions-countries/deep.xml", "<country-mission>" + "<a>".repeat(50));
    source.file("missions-countries/other.xml", "<trips/>");
    source.moscow(HARRIMAN);

    Readings readings = read();
    assertThat(readings.malformed()).hasSize(3).noneMatch(RejectedRecord::isRecord);
    assertThat(readings.reasons().toString()).contains("a DOCTYPE is not accepted", "<trips>");
    assertThat(readings.commands(MissionCommand.class)).hasSize(3);
  }

  @Test
  void aFolderOfSomethingElseIsNoSource() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));

    assertThatThrownBy(() -> new MissionsReader().read(other, _ -> {}))
        .isInstanceOf(OtherKind.class);
  }
}
