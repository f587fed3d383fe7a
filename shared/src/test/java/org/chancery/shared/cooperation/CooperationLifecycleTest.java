package org.chancery.shared.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CooperationLifecycleTest {
  private final CooperationLifecycle lifecycle = new CooperationLifecycle();

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          STEP,        NONE,                   ACTIVE,              SUSPENDED,              TERMINATED
          ESTABLISHED, ACTIVE,                 ALREADY_ESTABLISHED, ALREADY_ESTABLISHED,    ALREADY_ESTABLISHED
          SUSPENDED,   COOPERATION_NOT_ACTIVE, SUSPENDED,           COOPERATION_NOT_ACTIVE, COOPERATION_NOT_ACTIVE
          RESUMED,     NOT_SUSPENDED,          NOT_SUSPENDED,       ACTIVE,                 NOT_SUSPENDED
          TERMINATED,  COOPERATION_NOT_ACTIVE, TERMINATED,          TERMINATED,             COOPERATION_NOT_ACTIVE
          """)
  void aStepLeadsToAStateOrIsRefused(
      CooperationStep step, String none, String active, String suspended, String terminated) {
    assertThat(outcome(CooperationState.NONE, step)).isEqualTo(none);
    assertThat(outcome(CooperationState.ACTIVE, step)).isEqualTo(active);
    assertThat(outcome(CooperationState.SUSPENDED, step)).isEqualTo(suspended);
    assertThat(outcome(CooperationState.TERMINATED, step)).isEqualTo(terminated);
  }

  private String outcome(CooperationState state, CooperationStep step) {
    var objection = lifecycle.objection(state, step);
    return objection == null ? lifecycle.after(state, step).name() : objection.name();
  }
}
