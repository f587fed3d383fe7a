package org.chancery.shared;

/** A value that no history could make meaningful, with the code that tells the caller why. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private static final int EXCERPT = 40;

  private final RefusalCode code;
  private final String detail;

  /** Says in one sentence what is wrong with the value. */
  public InvalidValue(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }

  public RefusalCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  /** What a message quotes of a text from outside: its beginning, with nothing unprintable. */
  public static String excerpt(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(EXCERPT)
        .map(point -> isUnprintable(point) ? '\uFFFD' : point)
        .forEach(shown::appendCodePoint);
    boolean whole = text.codePointCount(0, text.length()) <= EXCERPT;
    return whole ? shown.toString() : shown.append('…').toString();
  }

  /** A half of a surrogate pair cannot be written as UTF-8, so it would break the answer itself. */
  private static boolean isUnprintable(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
