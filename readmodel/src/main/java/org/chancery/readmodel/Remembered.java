package org.chancery.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.readmodel.Ended.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the rows of one subject.
 *
 * @param ended rows that will not change any more
 * @param held the others; null where they changed since, or were never read. Where they are known,
 *     all rows are.
 */
record Remembered(Ended ended, @Nullable Held held) {
  static final Remembered NOTHING = new Remembered(Ended.NONE, null);

  boolean isAll() {
    return held != null;
  }

  Optional<Row> at(AsOf asOf) {
    Optional<Row> found = held == null ? Optional.empty() : held.at(asOf.on(), asOf.position());
    return found.isPresent() ? found : ended.at(asOf);
  }

  /** With all rows that ended since, and all that are held. */
  Remembered with(List<Row> rows) {
    var open = rows.stream().collect(Collectors.partitioningBy(Remembered::isOpen));
    return new Remembered(
        ended.and(open.getOrDefault(false, List.of())),
        new Held(open.getOrDefault(true, List.of())));
  }

  private static boolean isOpen(Row row) {
    return row.knownTo() == ReadModel.OPEN;
  }

  Remembered changed() {
    return new Remembered(ended, null);
  }

  int size() {
    return ended.size() + (held == null ? 0 : held.size());
  }
}
