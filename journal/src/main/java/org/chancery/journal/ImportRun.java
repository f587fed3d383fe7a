package org.chancery.journal;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One import of one source. It is the correlation of the entries that it makes, so that they are
 * found together, and is sealed with them.
 *
 * @param format how the source is read, such as {@code travels}
 * @param source what the source is called, such as {@code travels-2020-11-19}
 * @param run tells the imports of one source apart
 */
public record ImportRun(String format, String source, String run) {
  static final String PREFIX = "import:";
  private static final int LONGEST = 64;

  /** As a regular expression that Java and the databases read alike. */
  static final String WRITTEN = "import:([a-z-]{1,16}):([a-z0-9._-]{1,64}):([A-Za-z0-9-]{1,36})";

  private static final Pattern FORM = Pattern.compile(WRITTEN);
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9._-]+");

  /** A further import of a source. */
  public static ImportRun of(String format, String source) {
    return new ImportRun(format, source, UUID.randomUUID().toString());
  }

  /** The import that the correlation of an entry names, if it names one. */
  public static Optional<ImportRun> in(String correlation) {
    Matcher form = FORM.matcher(correlation);
    return form.matches()
        ? Optional.of(new ImportRun(form.group(1), form.group(2), form.group(3)))
        : Optional.empty();
  }

  /**
   * What a source is called whose file or folder has that name: at most 64 of {@code a-z0-9._-}.
   * Empty where no letter or digit of the name can stand in it.
   */
  public static String called(String name) {
    String plain = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    String called = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return called.matches("[._-]*") ? "" : called;
  }

  /** What the entries have that it makes. */
  public String correlation() {
    return PREFIX + format + ":" + source + ":" + run;
  }
}
