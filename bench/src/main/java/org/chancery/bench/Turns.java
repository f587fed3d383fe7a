package org.chancery.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets contestants take turns, so that a busy machine hurts all of them alike. */
final class Turns {
  private final Map<String, Turn> contestants = new LinkedHashMap<>();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  /** One piece of work, repeatable. */
  @FunctionalInterface
  interface Turn {
    /** Does the work; returns how much of it a second. */
    double perSecond() throws Exception;
  }

  Turns with(String contestant, Turn turn) {
    contestants.put(contestant, turn);
    rates.put(contestant, new ArrayList<>());
    return this;
  }

  /** A round that does not count. */
  Turns warmUp() throws Exception {
    round();
    rates.values().forEach(List::clear);
    return this;
  }

  /** Takes rounds; one at least, but no further one once the time is over. */
  Turns take(int rounds, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    for (int round = 0; round < rounds && (round == 0 || System.nanoTime() < end); round++) {
      round();
    }
    return this;
  }

  private void round() throws Exception {
    for (Map.Entry<String, Turn> contestant : contestants.entrySet()) {
      rates.get(contestant.getKey()).add(contestant.getValue().perSecond());
    }
  }

  /** One against another: the medians of their rates, and of the ratios of each round. */
  Result compare(String name, String ours, String other, double target) {
    List<Double> own = rates.get(ours);
    List<Double> others = rates.get(other);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      ratios.add(own.get(round) / others.get(round));
    }
    return new Result(name, other, median(own), median(others), median(ratios), target, "");
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
