package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chancery.readmodel.Replays.ReplayState;
import org.chancery.readmodel.Replays.ReplayView;
import org.junit.jupiter.api.Test;

class ReplayViewTest {
  private static final ReplayPace PACE = ReplayPace.of(replay(1, ReplayState.BUILDING)).at(40_000);

  @Test
  void whileItBuildsItTellsWhatItTookInThoughLittleIsWritten() {
    ReplayView view = ReplayView.of(replay(1, ReplayState.BUILDING), PACE);

    assertThat(view.entries()).isEqualTo(40_000);
    assertThat(view.perSecond()).isPositive();
    assertThat(view.secondsLeft()).isNotNull();
  }

  @Test
  void oneThatIsNotBuildingTellsWhatIsWritten() {
    assertThat(ReplayView.of(replay(1, ReplayState.FAILED), PACE).entries()).isEqualTo(10_000);
    assertThat(ReplayView.of(replay(2, ReplayState.BUILDING), PACE).entries()).isEqualTo(10_000);
  }

  @Test
  void whatIsTakenInIsNeverMoreThanTheTotal() {
    ReplayView view = ReplayView.of(replay(1, ReplayState.BUILDING), PACE.at(120_000));

    assertThat(view.entries()).isEqualTo(120_000);
    assertThat(view.of()).isEqualTo(120_000);
  }

  private static Replay replay(long id, ReplayState state) {
    return new Replay(
        id,
        List.of("meeting"),
        state,
        10_000,
        100_000,
        null,
        0,
        List.of(),
        null,
        "operator",
        Instant.EPOCH,
        null);
  }
}
