package org.chancery.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/** Running text as sources wrap and space it. */
final class Prose {
  // \p{Z} takes in no-break, narrow and em spaces, which \s does not.
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  /** Controls but for those of lines, marks of direction, and zero width characters. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\r\\n]]|[\\x{61C}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}"
              + "\\x{2060}-\\x{2069}\\x{FEFF}]");

  private Prose() {}

  /**
   * Why the text of a field is to be questioned, if it is: what does not show, or turns what
   * follows around, can make one name look like another.
   */
  static Optional<String> unseen(String field, CharSequence text) {
    return UNSEEN.matcher(text).find()
        ? Optional.of("has characters in its %s that do not show".formatted(field))
        : Optional.empty();
  }

  /** The text on one line, with single plain spaces and none at its ends. */
  static String collapsed(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
