package org.chancery.readmodel;

import java.util.Comparator;
import java.util.List;
import org.chancery.readmodel.Ended.Row;
import org.jspecify.annotations.Nullable;

/** The rows known for about 2^level positions, in one order: by cell, and in it by first day. */
final class EndedLevel {
  private static final int CELLS = 3;

  private final int level;
  private final List<Row> rows;
  private final long[] cells;
  private final long[] days;

  EndedLevel(int level, List<Row> rows) {
    this.level = level;
    this.rows =
        rows.stream()
            .sorted(
                Comparator.<Row>comparingLong(row -> row.knownFrom() >> level)
                    .thenComparingLong(Row::validFrom))
            .toList();
    this.cells = this.rows.stream().mapToLong(row -> row.knownFrom() >> level).toArray();
    this.days = this.rows.stream().mapToLong(Row::validFrom).toArray();
  }

  /** How long the row was known, as a power of two. */
  static int of(Row row) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(row.knownTo() - row.knownFrom());
  }

  /** The row that holds, of those that began in the position's cell or the two before it. */
  @Nullable Row at(long day, long position) {
    long cell = position >> level;
    int last = cells.length - 1;
    for (long looked = cell; looked > cell - CELLS; looked--) {
      last = lastUpTo(looked, day, last);
      if (last < 0) {
        return null;
      }
      if (cells[last] == looked && rows.get(last).holds(day, position)) {
        return rows.get(last);
      }
      looked = Math.min(looked, cells[last] + 1); // none began in the cells between
    }
    return null;
  }

  private int lastUpTo(long cell, long day, int from) {
    int low = 0;
    int high = from;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (cells[middle] < cell || (cells[middle] == cell && days[middle] <= day)) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
