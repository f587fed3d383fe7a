package org.chancery.readmodel;

/**
 * How fast a replay goes on.
 *
 * @param replay its id
 * @param from the position from which it was measured
 * @param taken the position up to which it has taken entries in; they are written in large parts
 * @param begin when it began, by {@link System#nanoTime}
 */
record ReplayPace(long replay, long from, long taken, long begin) {
  static final ReplayPace NONE = new ReplayPace(0, 0, 0, 0);

  static ReplayPace of(Replay replay) {
    return new ReplayPace(replay.id(), replay.position(), replay.position(), System.nanoTime());
  }

  ReplayPace at(long position) {
    return new ReplayPace(replay, from, position, begin);
  }

  double perSecond() {
    double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
    return Math.max(0, taken - from) / seconds;
  }
}
