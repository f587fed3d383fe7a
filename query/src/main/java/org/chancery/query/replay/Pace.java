package org.chancery.query.replay;

/**
 * How fast a replay goes on.
 *
 * @param replay its id
 * @param from the position from which it was measured
 * @param taken the position up to which it has taken entries in; they are written in large parts
 * @param begin when it began, by {@link System#nanoTime}
 */
record Pace(long replay, long from, long taken, long begin) {
  static final Pace NONE = new Pace(0, 0, 0, 0);

  static Pace of(Replay replay) {
    return new Pace(replay.id(), replay.position(), replay.position(), System.nanoTime());
  }

  Pace at(long position) {
    return new Pace(replay, from, position, begin);
  }

  double perSecond() {
    double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
    return Math.max(0, taken - from) / seconds;
  }
}
