package org.chancery.query.asof;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of the two tables of a read model, who reads it, and what it lacks. */
final class Generation {
  private final String table;
  private final Lookup lookup;
  private final Parked parked = new Parked();
  private final AtomicInteger readers = new AtomicInteger();

  Generation(String table, JdbcTemplate jdbc) {
    this.table = table;
    this.lookup = new Lookup(table, jdbc);
  }

  String table() {
    return table;
  }

  Lookup lookup() {
    return lookup;
  }

  Parked parked() {
    return parked;
  }

  /** The table was emptied: nothing that was remembered of it holds. */
  void emptied() {
    parked.clear();
    lookup.forget();
  }

  void enter() {
    readers.incrementAndGet();
  }

  void leave() {
    readers.decrementAndGet();
  }

  boolean isRead() {
    return readers.get() > 0;
  }
}
