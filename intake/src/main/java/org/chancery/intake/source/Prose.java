package org.chancery.intake.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Running text as sources wrap and space it. */
public final class Prose {
  // \p{Z} takes in no-break, narrow and em spaces, which \s does not.
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  /** Controls but for those of lines, marks of direction, and zero width characters. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\r\\n]]|[\\x{61C}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}"
              + "\\x{2060}-\\x{2069}\\x{FEFF}]");

  private static final int LONGEST_SHOWN = 60;

  private Prose() {}

  /**
   * Why the text of a field is to be questioned, if it is: what does not show, or turns what
   * follows around, can make one name look like another.
   */
  public static Optional<String> unseen(String field, CharSequence text) {
    return UNSEEN.matcher(text).find()
        ? Optional.of("has characters in its %s that do not show".formatted(field))
        : Optional.empty();
  }

  /** The text on one line, with single plain spaces and none at its ends. */
  public static String collapsed(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** A name of the source's own, cut where it is too long for a report. */
  public static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name;
  }

  /** A name in the form of an id: "The Côte d'Ivoire" is {@code cote-d-ivoire}. */
  public static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceFirst("^the-", "")
        .replaceFirst("-$", "");
  }
}
