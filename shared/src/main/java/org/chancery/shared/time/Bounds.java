package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the order of steps adds to their dates: nothing happened before what came earlier, nor after
 * what came later. Both lists ascend.
 */
record Bounds(List<LocalDate> earliest, List<LocalDate> latest) {

  static <S> Bounds of(List<Step<S>> steps) {
    List<LocalDate> earliest = new ArrayList<>(steps.size());
    LocalDate floor = LocalDate.MIN;
    for (Step<S> step : steps) {
      floor = step.on().earliest().isAfter(floor) ? step.on().earliest() : floor;
      earliest.add(floor);
    }
    List<LocalDate> latest = new ArrayList<>(steps.size());
    LocalDate ceiling = LocalDate.MAX;
    for (Step<S> step : steps.reversed()) {
      ceiling = step.on().latest().isBefore(ceiling) ? step.on().latest() : ceiling;
      latest.add(ceiling);
    }
    Collections.reverse(latest);
    return new Bounds(earliest, latest);
  }

  /** How many steps surely came before the date. */
  int earliestPlace(EdtfDate date) {
    return (int) latest.stream().takeWhile(day -> day.isBefore(date.earliest())).count();
  }

  /** How many steps may have come before the date, or on the same day. */
  int latestPlace(EdtfDate date) {
    return (int) earliest.stream().takeWhile(day -> !day.isAfter(date.latest())).count();
  }
}
