package org.chancery.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets the ledger and others take turns, so that a busy machine hurts all of them alike. */
final class Turns {
  private static final int STEADY = 5;
  private static final double FASTER = 1.02;

  private final List<Contestant> contestants = new ArrayList<>();

  /** One piece of work, repeatable. */
  @FunctionalInterface
  interface Turn {
    /** Does the work; returns how much of it a second. */
    double perSecond() throws Exception;
  }

  private record Contestant(String name, Turn turn, List<Double> rates) {}

  Turns(Turn ledger) {
    with("ledger", ledger);
  }

  Turns with(String name, Turn turn) {
    contestants.add(new Contestant(name, turn, new ArrayList<>()));
    return this;
  }

  /** Rounds that do not count: what is measured is code that has been compiled. */
  Turns warmUp(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      round();
    }
    return forgetRates();
  }

  private Turns forgetRates() {
    contestants.forEach(contestant -> contestant.rates().clear());
    return this;
  }

  /**
   * Such rounds until the ledger has become no faster for some rounds, or the time is over: short
   * commands take many thousands until all of their code is compiled.
   */
  Turns warmUpUntilSteady(Duration limit) throws Exception {
    List<Double> rates = contestants.getFirst().rates();
    long end = System.nanoTime() + limit.toNanos();
    double best = 0;
    for (int steady = 0; steady < STEADY && System.nanoTime() < end; ) {
      round();
      steady = rates.getLast() > best * FASTER ? 0 : steady + 1;
      best = Math.max(best, rates.getLast());
    }
    return forgetRates();
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
    for (Contestant contestant : contestants) {
      System.gc(); // nobody pays for what another left to be collected
      double rate = contestant.turn().perSecond();
      System.err.printf("  %s: %,.0f/s%n", contestant.name(), rate);
      contestant.rates().add(rate);
    }
  }

  /** The ledger against another: the medians of the rates, and of the ratios of each round. */
  Result compare(String name, String other, double target) {
    List<Double> ours = contestants.getFirst().rates();
    List<Double> others = rates(other);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / others.get(round));
    }
    return new Result(name, other, median(ours), median(others), median(ratios), target, "");
  }

  private List<Double> rates(String name) {
    return contestants.stream()
        .filter(contestant -> contestant.name().equals(name))
        .findFirst()
        .orElseThrow()
        .rates();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
