package org.chancery.shared;

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
    if (text.codePoints().noneMatch(Visible::isControl)) {
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
