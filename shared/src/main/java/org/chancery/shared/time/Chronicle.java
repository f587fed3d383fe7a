package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * The dated steps of one subject in valid-time order. History arrives out of order, so a step is
 * judged where its date puts it, between earlier and later steps, never against a last state.
 *
 * <p>Where imprecise dates leave the order open, the latest place that the lifecycle allows is
 * taken: what is recorded later is presumed to have followed, unless that is impossible.
 */
public final class Chronicle<T, S> {
  private final Lifecycle<T, S> lifecycle;
  private final List<Step<S>> steps;

  private Chronicle(Lifecycle<T, S> lifecycle, List<Step<S>> steps) {
    this.lifecycle = lifecycle;
    this.steps = steps;
  }

  public static <T, S> Chronicle<T, S> of(Lifecycle<T, S> lifecycle) {
    return new Chronicle<>(lifecycle, List.of());
  }

  public List<Step<S>> steps() {
    return steps;
  }

  /**
   * The chronicle with the step in place; refused where no place is legal, naming what obstructs.
   */
  public Chronicle<T, S> place(Step<S> step) {
    Bounds bounds = Bounds.of(steps);
    int last = bounds.latestPlace(step.on());
    for (int at = last; at >= bounds.earliestPlace(step.on()); at--) {
      Chronicle<T, S> placed = insert(step, at);
      if (placed.obstacle() < 0) {
        return placed;
      }
    }
    throw insert(step, last).refusal(step);
  }

  /** The chronicle with the step where its date alone puts it, legal or not. */
  public Chronicle<T, S> force(Step<S> step) {
    return insert(step, Bounds.of(steps).latestPlace(step.on()));
  }

  /** All of valid time, cut where the answer changes. */
  public List<Stretch<T, S>> stretches() {
    Bounds bounds = Bounds.of(steps);
    List<T> states = states();
    List<Stretch<T, S>> stretches = new ArrayList<>();
    LocalDate from = EdtfSpan.BEGINNING;
    SortedSet<LocalDate> cuts = new TreeSet<>(bounds.earliest());
    cuts.addAll(bounds.latest());
    cuts.add(EdtfSpan.END);
    int certain = 0;
    int possible = 0;
    for (LocalDate to : cuts) {
      while (certain < steps.size() && !bounds.latest().get(certain).isAfter(from)) {
        certain++;
      }
      while (possible < steps.size() && !bounds.earliest().get(possible).isAfter(from)) {
        possible++;
      }
      List<T> between = states.subList(certain, possible + 1).stream().distinct().toList();
      stretches.add(
          new Stretch<>(
              from, to, between, steps.subList(0, certain), steps.subList(certain, possible)));
      from = to;
    }
    return stretches;
  }

  private Chronicle<T, S> insert(Step<S> step, int at) {
    List<Step<S>> longer = new ArrayList<>(steps.size() + 1);
    longer.addAll(steps.subList(0, at));
    longer.add(step);
    longer.addAll(steps.subList(at, steps.size()));
    return new Chronicle<>(lifecycle, longer);
  }

  /** The state before the first step, and after each. A step that cannot follow changes nothing. */
  private List<T> states() {
    List<T> states = new ArrayList<>(steps.size() + 1);
    T state = lifecycle.initial();
    states.add(state);
    for (Step<S> step : steps) {
      if (lifecycle.objection(state, step.what()) == null) {
        state = lifecycle.after(state, step.what());
      }
      states.add(state);
    }
    return states;
  }

  /** The index of the first step that cannot follow those before it, or -1. */
  private int obstacle() {
    T state = lifecycle.initial();
    for (int i = 0; i < steps.size(); i++) {
      if (lifecycle.objection(state, steps.get(i).what()) != null) {
        return i;
      }
      state = lifecycle.after(state, steps.get(i).what());
    }
    return -1;
  }

  private Refusal refusal(Step<S> step) {
    int own = steps.indexOf(step);
    int obstacle = obstacle();
    if (obstacle > own) {
      Step<S> later = steps.get(obstacle);
      return refused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, step, "before", later);
    }
    T state = states().get(own);
    RefusalCode code = lifecycle.objection(state, step.what());
    return refused(
        code == null ? RefusalCode.CONFLICTS_WITH_LATER_ENTRY : code,
        step,
        "after",
        own == 0 ? null : steps.get(own - 1));
  }

  private static <S> Refusal refused(
      RefusalCode code, Step<S> step, String where, @Nullable Step<S> other) {
    String wish = "%s on %s".formatted(step.what(), step.on());
    return other == null
        ? new Refusal(code, wish + " has nothing before it to rest on")
        : new Refusal(
            code,
            "%s cannot stand %s %s on %s".formatted(wish, where, other.what(), other.on()),
            List.of(other.entry()));
  }
}
