package org.chancery.readmodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the rows of one subject stand that are no longer held. Such rows never change, so what is
 * once read of them can be kept. Immutable.
 *
 * <p>A row that was known for about 2^level positions lies in the cell of that length in which it
 * began, and outlasts that cell's end. So all rows of a cell were known at one moment, when none of
 * them overlapped in valid time, and the last to begin by a day is the only one that can hold on
 * it. At a moment only three cells of a level can have a row that was known.
 */
final class Ended {
  static final Ended NONE = new Ended(List.of());

  private final List<Row> rows;
  private final List<EndedLevel> levels;
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

  private Ended(List<Row> rows) {
    Map<Integer, List<Row>> byLevel =
        rows.stream()
            .collect(Collectors.groupingBy(EndedLevel::of, TreeMap::new, Collectors.toList()));
    this.rows = rows;
    this.levels =
        byLevel.entrySet().stream()
            .map(level -> new EndedLevel(level.getKey(), level.getValue()))
            .toList()
            .reversed();
    this.last = rows.stream().mapToLong(Row::knownTo).max().orElse(0);
  }

  /** With further rows. */
  Ended and(List<Row> further) {
    return new Ended(Stream.concat(rows.stream(), further.stream()).toList());
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
    for (EndedLevel level : levels) {
      Row row = level.at(day, asOf.position());
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
