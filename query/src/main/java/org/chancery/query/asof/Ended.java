package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one subject stand that are no longer held. Such rows never change, so what is
 * once read of them can be kept.
 *
 * <p>A row that was known for about 2^level positions lies in the cell of that length in which it
 * began, and outlasts that cell's end. So all rows of a cell were known at one moment, when none of
 * them overlapped in valid time, and the last to begin by a day is the only one that can hold on
 * it. At a moment only three cells of a level can have a row that was known.
 */
final class Ended {
  private static final int CELLS = 3;

  static final Ended NONE = new Ended();

  private final List<Row> rows = new ArrayList<>();
  private final List<Map<Long, NavigableMap<LocalDate, Row>>> cells = new ArrayList<>();
  private long last;

  /** A row's bounds, half-open in both times. */
  record Row(LocalDate validFrom, LocalDate validTo, long knownFrom, long knownTo) {

    private boolean holds(AsOf asOf) {
      return asOf.on().isBefore(validTo)
          && knownFrom <= asOf.position()
          && asOf.position() < knownTo;
    }
  }

  /** With further rows; the same object is never changed once others may read it. */
  Ended and(List<Row> further) {
    Ended all = new Ended();
    rows.forEach(all::add);
    further.forEach(all::add);
    return all;
  }

  private void add(Row row) {
    int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(row.knownTo() - row.knownFrom());
    while (cells.size() <= level) {
      cells.add(new HashMap<>());
    }
    long cell = row.knownFrom() >> level;
    cells.get(level).computeIfAbsent(cell, c -> new TreeMap<>()).put(row.validFrom(), row);
    rows.add(row);
    last = Math.max(last, row.knownTo());
  }

  /** The position by which the last of the rows had ended: those that end later are not here. */
  long last() {
    return last;
  }

  int size() {
    return rows.size();
  }

  Optional<Row> at(AsOf asOf) {
    if (asOf.position() >= last) {
      return Optional.empty();
    }
    for (int level = cells.size() - 1; level >= 0; level--) {
      Map<Long, NavigableMap<LocalDate, Row>> cellsOfLevel = cells.get(level);
      long cell = asOf.position() >> level;
      for (int back = 0; back < CELLS && !cellsOfLevel.isEmpty(); back++) {
        Row row = last(cellsOfLevel.get(cell - back), asOf.on());
        if (row != null && row.holds(asOf)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Row last(@Nullable NavigableMap<LocalDate, Row> rows, LocalDate by) {
    Map.Entry<LocalDate, Row> row = rows == null ? null : rows.floorEntry(by);
    return row == null ? null : row.getValue();
  }
}
