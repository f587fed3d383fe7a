package org.chancery.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
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
      throw invalid(field, "at most %d characters, not %d".formatted(limit, text.length()));
    }
    if (!isStorable(text)) {
      throw invalid(field, "no NUL and no half characters");
    }
  }

  /**
   * Every text of every entry comes through here: there and back is quicker than letter by letter.
   */
  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && text.equals(new String(text.getBytes(UTF_8), UTF_8));
  }

  private static InvalidValue invalid(String field, String reason) {
    return new InvalidValue(RefusalCode.INVALID_FIELDS, field, reason);
  }
}
