package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chancery.query.asof.Ended.Row;
import org.jspecify.annotations.Nullable;

/** The rows known for about 2^level positions, in one order: by cell, and in it by first day. */
final class EndedLevel {
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

  private static long key(long cell, LocalDate day) {
    return cell << DAY_BITS | (day.toEpochDay() - FIRST_DAY);
  }

  /** The last row to begin by the day, of those in the cell so many before the position's. */
  @Nullable Row last(AsOf asOf, int cellsBefore) {
    long cell = (asOf.position() >> level) - cellsBefore;
    int found = Arrays.binarySearch(keys, key(cell, asOf.on()));
    int last = found < 0 ? -found - 2 : found;
    return last >= 0 && keys[last] >> DAY_BITS == cell ? rows.get(last) : null;
  }
}
