package org.chancery.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to append entries together or not at all, and what became of it. */
final class Append {
  private final List<Entry> entries;
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
