package org.chancery.readmodel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where the rows of the subjects last asked for stand; of so many rows at most. */
final class Memory {
  private static final int ROWS = 100_000;
  private static final int STRIPES = 1 << 10;

  private final Map<String, Remembered> subjects = new LinkedHashMap<>(16, 0.75f, true);
  private final int[] ages = new int[STRIPES];
  private int rows;

  /** How often it was told of changes that may be the subject's. */
  synchronized int age(String subject) {
    return ages[stripe(subject)];
  }

  private static int stripe(String subject) {
    return subject.hashCode() & (STRIPES - 1);
  }

  synchronized Remembered of(String subject) {
    return subjects.getOrDefault(subject, Remembered.NOTHING);
  }

  /** Keeps what was read at an age, unless the subject may have changed since. */
  synchronized void keep(String subject, Remembered read, int age) {
    if (age(subject) == age) {
      put(subject, read);
      var eldest = subjects.values().iterator();
      while (rows > ROWS) {
        rows -= eldest.next().size();
        eldest.remove();
      }
    }
  }

  private void put(String subject, Remembered now) {
    Remembered before = subjects.put(subject, now);
    rows += now.size() - (before == null ? 0 : before.size());
  }

  /** The subjects' rows have changed. */
  synchronized void changed(Stream<String> changed) {
    changed.forEach(
        subject -> {
          ages[stripe(subject)]++;
          Remembered before = subjects.get(subject);
          if (before != null) {
            put(subject, before.changed());
          }
        });
  }

  synchronized void forget() {
    subjects.clear();
    rows = 0;
    Arrays.setAll(ages, stripe -> ages[stripe] + 1);
  }
}
