package org.chancery.shared;

import java.util.stream.Collectors;

/**
 * Text from outside on one line of plain text: of a log, a terminal, an explanation. What would end
 * the line, control a terminal or reverse the reading order is shown as {@code \\u001B}, so that
 * nobody writes lines that are not theirs. The two joiners stay, which some scripts need, and the
 * soft hyphen.
 */
public final class Visible {
  private static final String KEPT = "\u200C\u200D\u00AD";

  private Visible() {}

  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (isControl(point)) {
                line.append("\\u%04X".formatted(point));
              } else {
                line.appendCodePoint(point);
              }
            });
    return line.toString();
  }

  /** The same of a text of lines, which stay lines. */
  public static String lines(String text) {
    return text.lines().map(Visible::line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Nearly all letters are plain ones, so whole pages may be gone through. */
  private static boolean isPlain(String text) {
    for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      if ((point < ' ' || point > '~') && isControl(point)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> KEPT.indexOf(point) < 0;
      default -> false;
    };
  }
}
