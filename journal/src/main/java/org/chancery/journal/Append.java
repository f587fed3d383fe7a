package org.chancery.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to append entries together or not at all, and what became of it. */
final class Append {
  private List<Entry> entries;
  private boolean done;
  private @Nullable RuntimeException failure;

  Append(List<Entry> entries) {
    this.entries = entries;
  }

  List<Entry> entries() {
    return entries;
  }

  boolean isDone() {
    return done;
  }

  /** Gives the entries their positions, the first of them following the given one. */
  void place(long after, Instant recordedAt) {
    List<Entry> placed = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      placed.add(entry.at(after + placed.size() + 1, recordedAt));
    }
    entries = placed;
  }

  void succeed() {
    done = true;
  }

  void fail(RuntimeException cause) {
    failure = cause;
    done = true;
  }

  void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }
}
