package org.chancery.query.asof;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows that ended, of the subjects last asked for; of so many rows at most. */
final class Memory {
  private static final int ROWS = 100_000;

  private final Map<String, Ended> subjects = new LinkedHashMap<>(16, 0.75f, true);
  private int rows;
  private int age;

  /** How often it was told to forget. */
  synchronized int age() {
    return age;
  }

  synchronized Ended of(String subject) {
    return subjects.getOrDefault(subject, Ended.NONE);
  }

  /** Keeps what was read at an age, unless it was told to forget since. */
  synchronized void keep(String subject, Ended ended, int read) {
    if (read != age) {
      return;
    }
    Ended before = subjects.put(subject, ended);
    rows += ended.size() - (before == null ? 0 : before.size());
    var eldest = subjects.values().iterator();
    while (rows > ROWS) {
      rows -= eldest.next().size();
      eldest.remove();
    }
  }

  synchronized void forget() {
    subjects.clear();
    rows = 0;
    age++;
  }
}
