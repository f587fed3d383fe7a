package org.chancery.query.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is told.
 *
 * @param entries how many it has taken in
 * @param of how many there were when it was asked for, or came to be since
 * @param perSecond entries a second; null where it is not building
 * @param secondsLeft until all are in, at that rate; null where it is not building
 * @param comparedTo the position up to which the rows were compared, in both times
 * @param differences how many rows came out otherwise; {@code examples} has the first twenty
 * @param cause why it failed
 */
public record ReplayView(
    long replay,
    List<String> models,
    ReplayState state,
    long entries,
    long of,
    @Nullable Long perSecond,
    @Nullable Long secondsLeft,
    @Nullable Long comparedTo,
    long differences,
    List<DifferingRow> examples,
    @Nullable String cause,
    @Nullable String requestedBy,
    Instant requested,
    @Nullable Instant ended) {

  static ReplayView of(Replay replay, ReplayPace pace) {
    boolean building = replay.state() == ReplayState.BUILDING && pace.replay() == replay.id();
    double rate = building ? pace.perSecond() : 0;
    long taken = building ? pace.taken() : replay.position();
    long left = Math.max(0, replay.goal() - taken);
    return new ReplayView(
        replay.id(),
        replay.models(),
        replay.state(),
        taken,
        Math.max(replay.goal(), taken),
        building ? Math.round(rate) : null,
        building && rate > 0 ? Math.round(left / rate) : null,
        replay.comparedTo(),
        replay.differences(),
        replay.examples(),
        replay.cause(),
        replay.requestedBy(),
        replay.requested(),
        replay.ended());
  }

  /** True once nothing more happens to it. */
  public boolean hasEnded() {
    return state.isOver();
  }
}
