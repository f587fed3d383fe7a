package org.chancery.journal;

import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * What fits into an entry, on each database alike: the lengths are the columns', in characters, and
 * a text that is no Unicode would come back as another.
 */
final class EntryLimits {
  static final int DOCUMENT = 1_000_000;
  private static final int TEXT = 4_000;
  private static final int NAME = 128;
  private static final int SHORT = 64;
  private static final int SUBJECT = 160;

  private EntryLimits() {}

  /** Returns the entry, or fails as {@link RefusalCode#INVALID_FIELDS} naming what does not fit. */
  static Entry checked(Entry entry) {
    Attribution by = entry.attribution();
    check("id", entry.id(), SHORT);
    check("subject", entry.subject().toString(), SUBJECT);
    check("commandId", by.commandId(), NAME);
    check("command", by.command(), SHORT);
    check("digest", by.digest(), SHORT);
    check("recordedBy", by.recordedBy(), NAME);
    check("authority", by.authority(), TEXT);
    check("rationale", by.rationale(), TEXT);
    check("sources", by.sources(), DOCUMENT);
    check("correlation", by.correlation(), NAME);
    check("causation", by.causation(), NAME);
    check("payload", entry.payload(), DOCUMENT);
    return entry;
  }

  private static void check(String field, @Nullable String text, int limit) {
    if (text == null) {
      return;
    }
    if (text.length() > limit) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS,
          "%s: at most %d characters, not %d".formatted(field, limit, text.length()));
    }
    Require.storable(field, text);
  }
}
