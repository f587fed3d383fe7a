package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.cooperation.CooperationStep.ESTABLISHED;
import static org.chancery.shared.cooperation.CooperationStep.RESUMED;
import static org.chancery.shared.cooperation.CooperationStep.SUSPENDED;
import static org.chancery.shared.cooperation.CooperationStep.TERMINATED;

import java.util.List;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;
import org.junit.jupiter.api.Test;

class StretchTest {
  private Chronicle<CooperationState, CooperationStep> chronicle =
      Chronicle.of(new CooperationLifecycle());

  @Test
  void withoutAStepOneStateLastsThroughAllTime() {
    assertThat(story()).containsExactly("-999999999-01-01 to +999999999-12-31: [NONE] on [] or []");
  }

  @Test
  void aStepTakesEffectOnItsDay() {
    record(ESTABLISHED, "1991-12-25");
    record(SUSPENDED, "2014-03-03");

    assertThat(story())
        .containsExactly(
            "-999999999-01-01 to 1991-12-25: [NONE] on [] or []",
            "1991-12-25 to 2014-03-03: [ACTIVE] on [0] or []",
            "2014-03-03 to +999999999-12-31: [SUSPENDED] on [0, 1] or []");
  }

  @Test
  void throughAnImpreciseDateBothStatesArePossibleUntilItsLastDay() {
    record(ESTABLISHED, "2014-03");

    assertThat(story())
        .containsExactly(
            "-999999999-01-01 to 2014-03-01: [NONE] on [] or []",
            "2014-03-01 to 2014-03-31: [NONE, ACTIVE] on [] or [0]",
            "2014-03-31 to +999999999-12-31: [ACTIVE] on [0] or []");
  }

  @Test
  void whatFollowsAPreciseStepCannotHaveHappenedBeforeIt() {
    record(ESTABLISHED, "1991-12-25");
    record(SUSPENDED, "2014-03-03");
    record(RESUMED, "2014");

    assertThat(story())
        .endsWith(
            "2014-03-03 to 2014-12-31: [SUSPENDED, ACTIVE] on [0, 1] or [2]",
            "2014-12-31 to +999999999-12-31: [ACTIVE] on [0, 1, 2] or []");
  }

  @Test
  void anImpreciseStepHasHappenedOnceWhatFollowsItHas() {
    record(ESTABLISHED, "1991");
    record(TERMINATED, "1991-05-01");

    assertThat(story())
        .containsExactly(
            "-999999999-01-01 to 1991-01-01: [NONE] on [] or []",
            "1991-01-01 to 1991-05-01: [NONE, ACTIVE] on [] or [0]",
            "1991-05-01 to +999999999-12-31: [TERMINATED] on [0, 1] or []");
  }

  @Test
  void stepsOfOneYearLeaveEveryStateBetweenThemOpen() {
    record(ESTABLISHED, "2014");
    record(SUSPENDED, "2014");
    record(RESUMED, "2014");

    assertThat(story())
        .contains("2014-01-01 to 2014-12-31: [NONE, ACTIVE, SUSPENDED] on [] or [0, 1, 2]");
  }

  @Test
  void aDayEndsInTheStateOfItsLastStep() {
    record(ESTABLISHED, "2014-03-03");
    record(SUSPENDED, "2014-03-03");

    assertThat(story())
        .containsExactly(
            "-999999999-01-01 to 2014-03-03: [NONE] on [] or []",
            "2014-03-03 to +999999999-12-31: [SUSPENDED] on [0, 1] or []");
  }

  private void record(CooperationStep what, String on) {
    int entry = chronicle.steps().size();
    chronicle = chronicle.place(new Step<>(what, EdtfDate.parse(on), entry));
  }

  private List<String> story() {
    return chronicle.stretches().stream()
        .map(
            stretch ->
                "%s to %s: %s on %s or %s"
                    .formatted(
                        stretch.from(),
                        stretch.to(),
                        stretch.states(),
                        entries(stretch.happened()),
                        entries(stretch.pending())))
        .toList();
  }

  private static List<Long> entries(List<Step<CooperationStep>> steps) {
    return steps.stream().map(Step::entry).toList();
  }
}
