package org.chancery.shared.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param since the date of the step that led to it; null where none did or it is indeterminate
 * @param entries that step's entry, or those of all steps that leave it open
 */
public record Justification(@Nullable EdtfDate since, List<Long> entries) {

  /** What one aspect of the state rests on over a stretch. */
  public static <T, S, A> Justification of(
      Lifecycle<T, S> lifecycle, Stretch<T, S> stretch, Function<T, A> aspect) {
    Walk<T, S, A> walk = new Walk<>(lifecycle, aspect);
    List<Step<S>> turning = walk.along(stretch.happened());
    List<Step<S>> open = walk.along(stretch.pending());
    Step<S> leading = turning.isEmpty() ? null : turning.getLast();
    return new Justification(
        leading == null || !open.isEmpty() ? null : leading.on(),
        Stream.concat(Stream.ofNullable(leading), open.stream())
            .map(Step::entry)
            .distinct()
            .sorted()
            .toList());
  }

  private static final class Walk<T, S, A> {
    private final Lifecycle<T, S> lifecycle;
    private final Function<T, A> aspect;
    private T state;

    Walk(Lifecycle<T, S> lifecycle, Function<T, A> aspect) {
      this.lifecycle = lifecycle;
      this.aspect = aspect;
      this.state = lifecycle.initial();
    }

    /** Goes on over the steps; returns those that change the aspect. */
    List<Step<S>> along(List<Step<S>> steps) {
      List<Step<S>> turning = new ArrayList<>();
      for (Step<S> step : steps) {
        if (turns(step)) {
          turning.add(step);
        }
      }
      return turning;
    }

    private boolean turns(Step<S> step) {
      if (lifecycle.objection(state, step.what()) != null) {
        return false;
      }
      A before = aspect.apply(state);
      state = lifecycle.after(state, step.what());
      return !Objects.equals(before, aspect.apply(state));
    }
  }
}
