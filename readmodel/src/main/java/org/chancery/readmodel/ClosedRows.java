package org.chancery.readmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.readmodel.ClosedRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one subject stand that are no longer held. Such rows never change, so what is
 * once read of them can be kept. Immutable.
 *
 * <p>A row that was known for about 2^level positions lies in the cell of that length in which it
 * began, and outlasts that cell's end. So all rows of a cell were known at one moment, when none of
 * them overlapped in valid time, and the last to begin by a day is the only one that can hold on
 * it. At a moment only three cells of a level can have a row that was known.
 */
final class ClosedRows {
  static final ClosedRows NONE = new ClosedRows(List.of());

  private final List<Row> rows;
  private final List<Level> levels;
  private final long last;

  /**
   * A row's bounds, half-open in both times: days since 1970-01-01, and positions.
   *
   * @param place where it stands in its table
   */
  record Row(Object place, long validFrom, long validTo, long knownFrom, long knownTo) {

    boolean holds(long day, long position) {
      return day < validTo && knownFrom <= position && position < knownTo;
    }
  }

  private ClosedRows(List<Row> rows) {
    Map<Integer, List<Row>> byLevel =
        rows.stream().collect(Collectors.groupingBy(Level::of, TreeMap::new, Collectors.toList()));
    this.rows = rows;
    this.levels =
        byLevel.entrySet().stream()
            .map(level -> new Level(level.getKey(), level.getValue()))
            .toList()
            .reversed();
    this.last = rows.stream().mapToLong(Row::knownTo).max().orElse(0);
  }

  /** With further rows. */
  ClosedRows and(List<Row> further) {
    return new ClosedRows(Stream.concat(rows.stream(), further.stream()).toList());
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
    long day = asOf.on().toEpochDay();
    for (Level level : levels) {
      Row row = level.at(day, asOf.position());
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** The rows known for about 2^level positions, in one order: by cell, and in it by first day. */
  private static final class Level {
    private static final int CELLS = 3;

    private final int level;
    private final List<Row> rows;
    private final long[] cells;
    private final long[] days;

    Level(int level, List<Row> rows) {
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
}
