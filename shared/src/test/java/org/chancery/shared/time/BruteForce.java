package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chronicle's answers, found by trying everything. The steps' entries differ. */
final class BruteForce {

  private BruteForce() {}

  /** Every way to give each step a day of its date, none before the day of the step before. */
  static <S> List<List<LocalDate>> readings(List<Step<S>> steps) {
    List<List<LocalDate>> readings = List.of(List.of());
    for (Step<S> step : steps) {
      readings = readings.stream().flatMap(earlier -> continued(earlier, step.on())).toList();
    }
    return readings;
  }

  private static Stream<List<LocalDate>> continued(List<LocalDate> earlier, EdtfDate date) {
    return date.earliest()
        .datesUntil(date.latest().plusDays(1))
        .filter(day -> earlier.isEmpty() || !day.isBefore(earlier.getLast()))
        .map(day -> with(earlier, earlier.size(), day));
  }

  /** Every order in which the step may stand among the others, from its first place to its last. */
  static <T, S> List<List<Step<S>>> places(
      Lifecycle<T, S> lifecycle, List<Step<S>> steps, Step<S> step) {
    Set<Step<S>> toFollow = new HashSet<>(with(following(lifecycle, steps), 0, step));
    return IntStream.rangeClosed(0, steps.size())
        .mapToObj(at -> with(steps, at, step))
        .filter(order -> following(lifecycle, order).containsAll(toFollow))
        .filter(order -> !readings(order).isEmpty())
        .toList();
  }

  /** The steps that can follow those before them, passing over those that cannot. */
  static <T, S> List<Step<S>> following(Lifecycle<T, S> lifecycle, List<Step<S>> steps) {
    List<Step<S>> following = new ArrayList<>();
    T state = lifecycle.initial();
    for (Step<S> step : steps) {
      if (lifecycle.objection(state, step.what()) == null) {
        state = lifecycle.after(state, step.what());
        following.add(step);
      }
    }
    return following;
  }

  static <T, S> T stateAfter(Lifecycle<T, S> lifecycle, List<Step<S>> steps) {
    T state = lifecycle.initial();
    for (Step<S> step : following(lifecycle, steps)) {
      state = lifecycle.after(state, step.what());
    }
    return state;
  }

  /** How many steps have happened by the end of the day, in a reading. */
  static int happenedBy(LocalDate day, List<LocalDate> reading) {
    return (int) reading.stream().filter(other -> !other.isAfter(day)).count();
  }

  private static <E> List<E> with(List<E> list, int at, E element) {
    List<E> longer = new ArrayList<>(list);
    longer.add(at, element);
    return longer;
  }
}
