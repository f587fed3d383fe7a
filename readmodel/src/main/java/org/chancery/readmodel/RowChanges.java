package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.readmodel.DeadLetters.DeadLetter;
import org.chancery.readmodel.TableBatch.Closing;
import org.chancery.readmodel.TableBatch.Row;
import org.chancery.readmodel.Version.Start;

/** What a read model is to hold from now on, collected over a batch and written at its end. */
final class RowChanges<V> {
  private final Function<V, String> body;

  /** In the order of the journal, which is nearly that of memory, and where it can that of rows. */
  private final Map<Start, Row> opened = new LinkedHashMap<>();

  private final List<Row> passed = new ArrayList<>();
  private final List<Closing> closed = new ArrayList<>();
  private long waiting;

  /**
   * @param body how an answer is written
   */
  RowChanges(Function<V, String> body) {
    this.body = body;
  }

  /**
   * Replaces what was held of a subject before a position by what is held from it on. Nothing is
   * changed where an answer cannot be written.
   */
  void replace(List<Version<V>> before, List<Version<V>> after, long position) {
    Map<Start, Version<V>> ended = byStart(before);
    List<Row> opening = new ArrayList<>();
    for (Version<V> version : after) {
      if (!ended.remove(version.start(), version)) { // else it goes on as it was
        opening.add(Row.opened(version, position, body.apply(version.view())));
      }
    }
    ended.keySet().forEach(start -> close(start, position));
    opening.forEach(this::open);
  }

  private void open(Row row) {
    opened.put(row.start(), row);
    waiting += row.size();
  }

  private static <V> Map<Start, Version<V>> byStart(List<Version<V>> versions) {
    Map<Start, Version<V>> byStart = new LinkedHashMap<>();
    versions.forEach(version -> byStart.put(version.start(), version));
    return byStart;
  }

  private void close(Start start, long position) {
    Row pending = opened.remove(start);
    if (pending == null) {
      closed.add(new Closing(start, position));
      waiting += TableBatch.OVERHEAD;
    } else if (pending.knownFrom() < position) {
      passed.add(pending.until(position));
    }
  }

  /** How many bytes of memory what waits may take. */
  long waiting() {
    return waiting;
  }

  /** Gives what waits, to be written into a table. */
  TableBatch drain(RowTable table, List<DeadLetter> parked) {
    List<Row> rows = new ArrayList<>(passed);
    rows.addAll(opened.values());
    TableBatch batch = TableBatch.sorted(table, closed, rows, parked);
    forget();
    return batch;
  }

  /** Drops what waits. */
  void forget() {
    opened.clear();
    passed.clear();
    closed.clear();
    waiting = 0;
  }
}
