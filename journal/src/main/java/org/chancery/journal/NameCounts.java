package org.chancery.journal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many entries there are of each name up to a position. Entries never change, so what was
 * counted up to each so many of them is kept, and a question reads the few behind the last of
 * these. Only the first question after a start reads all.
 */
final class NameCounts {
  private static final long STRIDE = 1 << 16;

  private final JdbcClient jdbc;
  private final long stride;
  private final NavigableMap<Long, Counted> kept = new ConcurrentSkipListMap<>();

  /**
   * What was counted.
   *
   * @param last the id of the last entry, by which it is known whether the database lost entries
   */
  private record Counted(String last, Map<String, Long> counts) {}

  NameCounts(JdbcClient jdbc) {
    this(jdbc, STRIDE);
  }

  NameCounts(JdbcClient jdbc, long stride) {
    this.jdbc = jdbc;
    this.stride = stride;
  }

  /** Up to a position that is on the disk. */
  Map<String, Long> upTo(long position) {
    Map.@Nullable Entry<Long, Counted> nearest = nearest(position);
    long counted = nearest == null ? 0 : nearest.getKey();
    Map<String, Long> counts =
        new TreeMap<>(nearest == null ? Map.of() : nearest.getValue().counts());
    while (counted < position) {
      long next = Math.min(position, (counted / stride + 1) * stride);
      add(counted, next, counts);
      counted = next;
      if (counted % stride == 0) {
        kept.put(counted, new Counted(idAt(counted), Map.copyOf(counts)));
      }
    }
    return counts;
  }

  /** Up to where it is known; what was counted of entries that are lost is forgotten. */
  private Map.@Nullable Entry<Long, Counted> nearest(long position) {
    Map.@Nullable Entry<Long, Counted> nearest = kept.floorEntry(position);
    while (nearest != null && !nearest.getValue().last().equals(idAt(nearest.getKey()))) {
      kept.tailMap(nearest.getKey(), true).clear();
      nearest = kept.floorEntry(position);
    }
    return nearest;
  }

  private void add(long after, long last, Map<String, Long> counts) {
    RowCallbackHandler count = row -> counts.merge(row.getString(1), row.getLong(2), Long::sum);
    jdbc.sql("select name, count(*) from entry where position > ? and position <= ? group by name")
        .params(after, last)
        .query(count);
  }

  private String idAt(long position) {
    return jdbc.sql("select id from entry where position = ?")
        .param(position)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
