package org.chancery.shared;

/**
 * Text from outside on one line of plain text: of a log, a terminal, an explanation. What would end
 * the line, steer a terminal or turn the reading order about is shown as {@code \\u001B}, so that
 * nobody writes lines that are not theirs. The two joiners stay, for some scripts need them.
 */
public final class Visible {
  private static final String JOINERS = "\u200C\u200D\u00AD";

  private Visible() {}

  public static String line(String text) {
    if (text.codePoints().noneMatch(Visible::steers)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (steers(point)) {
                line.append("\\u%04X".formatted(point));
              } else {
                line.appendCodePoint(point);
              }
            });
    return line.toString();
  }

  /** The same of several lines, whose own ends stay, as in the words of a failure. */
  public static String lines(String text) {
    return String.join("\n", text.lines().map(Visible::line).toList());
  }

  private static boolean steers(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> JOINERS.indexOf(point) < 0;
      default -> false;
    };
  }
}
