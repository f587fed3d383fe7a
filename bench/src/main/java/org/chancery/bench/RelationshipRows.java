package org.chancery.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chancery.shared.time.EdtfSpan;

/**
 * The version rows of one relationship: each entry splits the stretch of valid time into which it
 * falls, so it ends what was known of that stretch and begins what is known of its two parts.
 */
final class RelationshipRows {
  private static final long OPEN = Long.MAX_VALUE;

  private final TreeMap<LocalDate, Long> knownFrom = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();
  private long position = 1;

  /** A version: valid over days, known over positions, both without the last. */
  record Row(LocalDate validFrom, LocalDate validTo, long knownFrom, long knownTo) {}

  RelationshipRows() {
    knownFrom.put(EdtfSpan.BEGINNING, position);
  }

  /** Enters that something changed on the day. */
  RelationshipRows changed(LocalDate on) {
    position++;
    Map.Entry<LocalDate, Long> split = Objects.requireNonNull(knownFrom.floorEntry(on));
    LocalDate from = split.getKey();
    if (!from.equals(on)) {
      rows.add(new Row(from, end(from), split.getValue(), position));
      knownFrom.put(from, position);
      knownFrom.put(on, position);
    }
    return this;
  }

  private LocalDate end(LocalDate from) {
    LocalDate next = knownFrom.higherKey(from);
    return next == null ? EdtfSpan.END : next;
  }

  long position() {
    return position;
  }

  int versions() {
    return rows.size() + knownFrom.size();
  }

  /** All versions, those that ended first. */
  List<Row> rows() {
    List<Row> all = new ArrayList<>(rows);
    for (Map.Entry<LocalDate, Long> open : knownFrom.entrySet()) {
      all.add(new Row(open.getKey(), end(open.getKey()), open.getValue(), OPEN));
    }
    return all;
  }
}
