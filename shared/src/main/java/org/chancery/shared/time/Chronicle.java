package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /** The state before the first step, and after each. A step that cannot follow changes nothing. */
  private final List<T> states;

  private final Bounds bounds;

  private Chronicle(Lifecycle<T, S> lifecycle, List<Step<S>> steps, List<T> states, Bounds bounds) {
    this.lifecycle = lifecycle;
    this.steps = Collections.unmodifiableList(steps);
    this.states = states;
    this.bounds = bounds;
  }

  public static <T, S> Chronicle<T, S> of(Lifecycle<T, S> lifecycle) {
    return new Chronicle<>(lifecycle, List.of(), List.of(lifecycle.initial()), Bounds.NONE);
  }

  public List<Step<S>> steps() {
    return steps;
  }

  /**
   * The chronicle with the step in place; refused where no place is legal, naming what obstructs.
   * Legal is a place where the step can follow and every later one still can that could before.
   */
  public Chronicle<T, S> place(Step<S> step) {
    int last = bounds.latestPlace(step.on());
    for (int at = last; at >= bounds.earliestPlace(step.on()); at--) {
      if (follows(states.get(at), step) && unseated(step, at) == null) {
        return insert(step, at);
      }
    }
    throw refusal(step, last);
  }

  /** The chronicle with the step where its date alone puts it, legal or not. */
  public Chronicle<T, S> force(Step<S> step) {
    return insert(step, bounds.latestPlace(step.on()));
  }

  /**
   * The chronicle with a step that stands in the journal: it was judged when it was recorded. Where
   * no place is legal it changes nothing.
   */
  public Chronicle<T, S> accept(Step<S> step) {
    try {
      return place(step);
    } catch (Refusal outOfPlace) {
      return force(step);
    }
  }

  /** All of valid time, cut where the answer changes. */
  public List<Stretch<T, S>> stretches() {
    List<Stretch<T, S>> stretches = new ArrayList<>();
    LocalDate from = EdtfSpan.BEGINNING;
    SortedSet<LocalDate> cuts = new TreeSet<>(bounds.earliest());
    cuts.addAll(bounds.latest());
    cuts.remove(EdtfSpan.BEGINNING);
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

  /** How an aspect of the state reads over all of valid time, cut where any of it changes. */
  public <A> List<Phase<A>> phases(Function<T, A> aspect) {
    return stretches().stream().map(stretch -> Phase.of(lifecycle, stretch, aspect)).toList();
  }

  /** The lifecycle is that of the concept, so steps alone tell chronicles apart. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chronicle<?, ?> that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  private Chronicle<T, S> insert(Step<S> step, int at) {
    List<Step<S>> longer = new ArrayList<>(steps);
    longer.add(at, step);
    List<T> led = new ArrayList<>(longer.size() + 1);
    led.addAll(states.subList(0, at + 1));
    for (Step<S> next : longer.subList(at, longer.size())) {
      led.add(after(led.getLast(), next));
    }
    return new Chronicle<>(lifecycle, longer, led, bounds.with(step.on(), at));
  }

  private boolean follows(T state, Step<S> step) {
    return lifecycle.objection(state, step.what()) == null;
  }

  private T after(T state, Step<S> step) {
    return follows(state, step) ? lifecycle.after(state, step.what()) : state;
  }

  /** The first later step that could follow before and cannot with the step in place, or null. */
  private @Nullable Step<S> unseated(Step<S> step, int at) {
    T state = after(states.get(at), step);
    for (int i = at; i < steps.size() && !state.equals(states.get(i)); i++) {
      Step<S> later = steps.get(i);
      if (follows(states.get(i), later) && !follows(state, later)) {
        return later;
      }
      state = after(state, later);
    }
    return null;
  }

  private Refusal refusal(Step<S> step, int at) {
    RefusalCode objection = lifecycle.objection(states.get(at), step.what());
    return objection == null
        ? refused(RefusalCode.CONFLICTS_WITH_LATER_ENTRY, step, "before", unseated(step, at))
        : refused(objection, step, "after", barrier(objection, step, at));
  }

  /** The step that brought the objection about; where it stood from the outset, the last one. */
  private @Nullable Step<S> barrier(RefusalCode objection, Step<S> step, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (lifecycle.objection(states.get(i), step.what()) != objection) {
        return steps.get(i);
      }
    }
    return at == 0 ? null : steps.get(at - 1);
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

  /**
   * What the order of steps adds to their dates: nothing happened before what came earlier, nor
   * after what came later. Both lists ascend.
   */
  private record Bounds(List<LocalDate> earliest, List<LocalDate> latest) {
    static final Bounds NONE = new Bounds(List.of(), List.of());

    /** How many steps surely came before the date. */
    int earliestPlace(EdtfDate date) {
      return countWhile(latest, day -> day.isBefore(date.earliest()));
    }

    /** How many steps may have come before the date, or on the same day. */
    int latestPlace(EdtfDate date) {
      return countWhile(earliest, day -> !day.isAfter(date.latest()));
    }

    /** The bounds with one more date, at a place from its earliest to its latest. */
    Bounds with(EdtfDate date, int at) {
      return new Bounds(raised(date.earliest(), at), lowered(date.latest(), at));
    }

    private List<LocalDate> raised(LocalDate floor, int at) {
      List<LocalDate> days = new ArrayList<>(earliest);
      days.add(at, at > 0 && floor.isBefore(days.get(at - 1)) ? days.get(at - 1) : floor);
      for (int i = at + 1; i < days.size() && days.get(i).isBefore(days.get(at)); i++) {
        days.set(i, days.get(at));
      }
      return days;
    }

    private List<LocalDate> lowered(LocalDate ceiling, int at) {
      List<LocalDate> days = new ArrayList<>(latest);
      days.add(at, at < latest.size() && ceiling.isAfter(days.get(at)) ? days.get(at) : ceiling);
      for (int i = at - 1; i >= 0 && days.get(i).isAfter(days.get(at)); i--) {
        days.set(i, days.get(at));
      }
      return days;
    }

    private static int countWhile(List<LocalDate> ascending, Predicate<LocalDate> holds) {
      int low = 0;
      int high = ascending.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (holds.test(ascending.get(middle))) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
