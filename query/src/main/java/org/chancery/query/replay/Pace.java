package org.chancery.query.replay;

/**
 * How fast a replay goes on.
 *
 * @param replay its id
 * @param from the position from which it was measured
 * @param begin when, by {@link System#nanoTime}
 */
record Pace(long replay, long from, long begin) {
  static final Pace NONE = new Pace(0, 0, 0);

  static Pace of(Replay replay) {
    return new Pace(replay.id(), replay.position(), System.nanoTime());
  }

  double perSecond(long position) {
    double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
    return Math.max(0, position - from) / seconds;
  }
}
