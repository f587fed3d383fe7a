package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Days over which an aspect of a chronicle's state reads the same, and what that rests on.
 *
 * @param from the first day
 * @param to the day after the last
 * @param states every state that some reading of the dates allows, in order; one where it is
 *     certain
 * @param since the date of the step that led to it; null where none did or it is indeterminate
 * @param entries that step's entry, or those of all steps that leave it open
 */
public record Phase<A>(
    LocalDate from, LocalDate to, List<A> states, @Nullable EdtfDate since, List<Long> entries) {

  static <T, S, A> Phase<A> of(
      Lifecycle<T, S> lifecycle, Stretch<T, S> stretch, Function<T, A> aspect) {
    Justification basis = Justification.of(lifecycle, stretch, aspect);
    return new Phase<>(
        stretch.from(),
        stretch.to(),
        stretch.states().stream().map(aspect).distinct().toList(),
        basis.since(),
        basis.entries());
  }

  /** The phase that holds on the day, of phases over all of valid time. */
  public static <A> Phase<A> on(LocalDate day, List<Phase<A>> phases) {
    return phases.stream()
        .filter(phase -> !day.isBefore(phase.from) && day.isBefore(phase.to))
        .findFirst()
        .orElseThrow();
  }

  /** True where no other state is possible. */
  public boolean isSurely(A state) {
    return states.equals(List.of(state));
  }

  /** The states that are possible where more than one is. */
  public List<A> between() {
    return states.size() == 1 ? List.of() : states;
  }

  /** How an answer names the state, or that the dates leave it open. */
  public <R> R named(Function<A, R> certain, R indeterminate) {
    return states.size() == 1 ? certain.apply(states.getFirst()) : indeterminate;
  }
}
