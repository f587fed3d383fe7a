package org.chancery.journal;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries were recorded by when. Instants ascend along positions, so no index is needed. */
final class RecordedInstants {
  private final JdbcClient jdbc;
  private final Head head;

  RecordedInstants(JdbcClient jdbc, Head head) {
    this.jdbc = jdbc;
    this.head = head;
  }

  /** The last position recorded at or before the instant, 0 where there is none. */
  long lastUpTo(Instant instant) {
    return last(recordedAt -> !recordedAt.isAfter(instant));
  }

  /** The last position recorded before the instant, 0 where there is none. */
  long lastBefore(@Nullable Instant instant, long withoutInstant) {
    return instant == null ? withoutInstant : last(recordedAt -> recordedAt.isBefore(instant));
  }

  private long last(Predicate<Instant> early) {
    long low = 0;
    long high = head.position();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (early.test(recordedAt(middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private Instant recordedAt(long position) {
    return jdbc.sql("select recorded_at from entry where position = ?")
        .param(position)
        .query((row, n) -> EntryRow.instant(row, 1))
        .single();
  }
}
