package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chancery.query.asof.Ended.Row;
import org.jspecify.annotations.Nullable;

/** The rows known for about 2^level positions, in one order: by cell, and in it by first day. */
final class EndedLevel {
  private static final int CELLS = 3;
  private static final int DAY_BITS = 22;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();

  private final int level;
  private final List<Row> rows;
  private final long[] keys;

  EndedLevel(int level, List<Row> rows) {
    this.level = level;
    this.rows = rows.stream().sorted(Comparator.comparingLong(row -> keyOf(row, level))).toList();
    this.keys = this.rows.stream().mapToLong(row -> keyOf(row, level)).toArray();
  }

  /** How long the row was known, as a power of two. */
  static int of(Row row) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(row.knownTo() - row.knownFrom());
  }

  private static long keyOf(Row row, int level) {
    return key(row.knownFrom() >> level, row.validFrom());
  }

  private static long key(long cell, long day) {
    return cell << DAY_BITS | (day - FIRST_DAY);
  }

  /** The row that holds, of those that began in the position's cell or the two before it. */
  @Nullable Row at(long day, long position) {
    long cell = position >> level;
    int last = keys.length - 1;
    for (long looked = cell; looked > cell - CELLS; looked--) {
      last = lastUpTo(key(looked, day), last);
      if (last < 0) {
        return null;
      }
      if (cellOf(last) == looked && rows.get(last).holds(day, position)) {
        return rows.get(last);
      }
      looked = Math.min(looked, cellOf(last) + 1); // none began in the cells between
    }
    return null;
  }

  private int lastUpTo(long key, int last) {
    int found = Arrays.binarySearch(keys, 0, last + 1, key);
    return found < 0 ? -found - 2 : found;
  }

  private long cellOf(int row) {
    return keys[row] >> DAY_BITS;
  }
}
