package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.shared.time.EdtfSpan;

/** The days on which someone travelled in an office, in the stretches that they make up. */
final class Service {
  private final TreeMap<LocalDate, LocalDate> stretches = new TreeMap<>();
  private final SortedSet<String> files = new TreeSet<>();
  private final Leg first;

  Service(Leg first) {
    this.first = first;
  }

  void add(Leg leg) {
    files.add(leg.file());
    LocalDate start = leg.start();
    LocalDate end = leg.end();
    for (Map.Entry<LocalDate, LocalDate> beside = stretches.floorEntry(end.plusDays(1));
        beside != null && !beside.getValue().isBefore(start.minusDays(1));
        beside = stretches.floorEntry(end.plusDays(1))) {
      stretches.remove(beside.getKey());
      start = beside.getKey().isBefore(start) ? beside.getKey() : start;
      end = beside.getValue().isAfter(end) ? beside.getValue() : end;
    }
    stretches.put(start, end);
  }

  List<EdtfSpan> days() {
    return stretches.entrySet().stream()
        .map(stretch -> EdtfSpan.between(stretch.getKey(), stretch.getValue()))
        .toList();
  }

  SortedSet<String> files() {
    return files;
  }

  /** One of its legs, for what is wrong with all. */
  Leg first() {
    return first;
  }
}
