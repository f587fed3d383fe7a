package org.chancery.bench;

/** How fast something goes. */
final class MeasuredPace {

  private MeasuredPace() {}

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does the work, which consists of so many pieces; returns pieces a second. */
  static double of(int pieces, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return pieces * 1e9 / (System.nanoTime() - start);
  }
}
