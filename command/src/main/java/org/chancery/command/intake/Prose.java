package org.chancery.command.intake;

import java.util.regex.Pattern;

/** Running text as sources wrap and space it. */
final class Prose {
  // \p{Z} takes in no-break, narrow and em spaces, which \s does not.
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  private Prose() {}

  /** The text on one line, with single plain spaces and none at its ends. */
  static String collapsed(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
