package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the order of steps adds to their dates: nothing happened before what came earlier, nor after
 * what came later. Both lists ascend.
 */
record Bounds(List<LocalDate> earliest, List<LocalDate> latest) {
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
