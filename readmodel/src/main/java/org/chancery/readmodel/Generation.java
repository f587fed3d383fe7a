package org.chancery.readmodel;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of the two tables of a read model, who reads it, and what it lacks. */
final class Generation {
  private final RowTable table;
  private final Lookup lookup;
  private final Parked parked = new Parked();
  private final AtomicInteger readers = new AtomicInteger();

  Generation(RowTable table, JdbcTemplate jdbc) {
    this.table = table;
    this.lookup = new Lookup(table.name(), jdbc);
  }

  String table() {
    return table.name();
  }

  /** Its rows, and by what they are found. */
  RowTable rows() {
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

  /** A batch of it was committed, and not told to readers yet. */
  void written(TableBatch batch) {
    parked.keep(batch.parked());
    lookup.changed(batch.subjects());
  }

  /** What is remembered of the table may be older than the table. */
  void reread(JdbcTemplate jdbc) {
    parked.are(new ParkedTable(jdbc).of(table.name()));
    lookup.forget();
  }

  /** Takes back what was written of entries after a position: the table is as it was there. */
  void backTo(long position, JdbcTemplate jdbc) {
    jdbc.update("delete from %s where known_from > ?".formatted(table.name()), position);
    jdbc.update(
        "update %1$s set known_to = %2$d where known_to > ? and known_to < %2$d"
            .formatted(table.name(), ReadModel.OPEN),
        position);
    new ParkedTable(jdbc).deleteAfter(table.name(), position);
    reread(jdbc);
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
