package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chancery.readmodel.Ended.Row;

/**
 * Where the rows of one subject stand that are still held, of which no two overlap in valid time.
 * Immutable.
 */
final class Held {
  private final Row[] rows;
  private final long[] froms;

  Held(List<Row> rows) {
    this.rows = rows.stream().sorted(Comparator.comparingLong(Row::validFrom)).toArray(Row[]::new);
    this.froms = Arrays.stream(this.rows).mapToLong(Row::validFrom).toArray();
  }

  int size() {
    return rows.length;
  }

  Optional<Row> at(LocalDate on, long position) {
    long day = on.toEpochDay();
    int found = Arrays.binarySearch(froms, day);
    int last = found < 0 ? -found - 2 : found;
    return last >= 0 && rows[last].holds(day, position)
        ? Optional.of(rows[last])
        : Optional.empty();
  }
}
