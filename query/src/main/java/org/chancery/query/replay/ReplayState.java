package org.chancery.query.replay;

/** How far a replay is. */
public enum ReplayState {
  /** Another one is at work. */
  WAITING,
  /** The journal is taken in. */
  BUILDING,
  /** The rebuilt rows are held against the old ones. */
  COMPARING,
  /** The rebuilt models answer. */
  DONE,
  /** It ended without a switch; {@code cause} says why. */
  FAILED;

  boolean isOver() {
    return this == DONE || this == FAILED;
  }
}
