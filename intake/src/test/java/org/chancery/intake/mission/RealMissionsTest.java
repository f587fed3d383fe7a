package org.chancery.intake.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.intake.RealData;
import org.chancery.intake.source.Readings;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The chiefs of mission and principal officers, whole. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
class RealMissionsTest {
  private static Readings missions = new Readings(List.of());

  @BeforeAll
  static void read() {
    missions = Readings.of(new MissionsReader(), RealData.at("pocom"));
  }

  @Test
  void whatIsNowhereDatedAloneIsRefused() {
    assertThat(missions.reasons()).hasSize(108).containsOnly("none of its turns is dated");
  }

  @Test
  void everyDatedTurnIsTold() {
    assertThat(missions.commands(PresentCredentials.class)).hasSize(5304 + 0);
    assertThat(missions.commands(RegisterOfficial.class)).hasSizeGreaterThan(4_000);
    assertThat(missions.keys()).doesNotHaveDuplicates();
  }

  @Test
  void moscowHadNoHeadFromJanuaryToApril1946() {
    Map<String, List<String>> steps =
        missions.commands(MissionCommand.class).stream()
            .filter(step -> step.receiving().value().equals("russia"))
            .filter(step -> step.on().text().matches("194[36].*"))
            .collect(
                Collectors.groupingBy(
                    step -> step.head().toString(),
                    Collectors.mapping(
                        step -> step.getClass().getSimpleName() + " " + step.on(),
                        Collectors.toList())));

    assertThat(steps.get("harriman-william-averell"))
        .containsExactly(
            name(AppointHeadOfMission.class, "1943-10-07"),
            name(PresentCredentials.class, "1943-10-23"),
            name(EndMission.class, "1946-01-24"));
    assertThat(steps.get("smith-walter-bedell"))
        .containsExactly(
            name(AppointHeadOfMission.class, "1946-03-22"),
            name(PresentCredentials.class, "1946-04-03"));
  }

  @Test
  void kissingerWasSecretaryOfState() {
    List<String> kissinger =
        missions.commands(OfficialCommand.class).stream()
            .filter(command -> command.official().value().equals("kissinger-henry-a"))
            .map(String::valueOf)
            .filter(command -> command.contains("office=Secretary of State,"))
            .toList();

    assertThat(kissinger).hasSize(2);
    assertThat(kissinger.getFirst()).startsWith(AppointOfficial.class.getSimpleName());
    assertThat(kissinger.getLast()).startsWith(EndAppointment.class.getSimpleName());
  }

  private static String name(Class<?> command, String on) {
    return command.getSimpleName() + " " + on;
  }
}
