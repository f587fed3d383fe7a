package org.chancery.bench;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table.
 *
 * @param other what the ledger is compared with
 * @param ours the ledger's rate, a second
 * @param others the other's rate
 * @param ratio the median of the rounds' ratios, ours to the other's
 * @param target the ratio to reach
 * @param fsyncs how often an entry forced the disk, ours : theirs; empty where that is not counted
 */
record Result(
    String name,
    String other,
    double ours,
    double others,
    double ratio,
    double target,
    String fsyncs) {

  /**
   * The p99 of how long something took, as a rate: one after the other.
   *
   * @param nanos each time it was done
   * @param wanted a second, at least
   */
  static Result ofP99(String name, String other, List<Long> nanos, double wanted) {
    double p99 = 1e9 / nanos.stream().sorted().toList().get(nanos.size() * 99 / 100);
    return new Result(name, other, p99, wanted, p99 / wanted, 1, "");
  }

  Result withFsyncs(double ours, double others) {
    return new Result(
        name,
        other,
        this.ours,
        this.others,
        ratio,
        target,
        String.format(Locale.ROOT, "%.3f : %.3f", ours, others));
  }
}
