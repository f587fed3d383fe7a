package org.chancery.shared;

import org.jspecify.annotations.Nullable;

/** A value that no history could make meaningful, with the code that tells the caller why. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private static final int EXCERPT = 40;

  private final RefusalCode code;
  private final @Nullable String field;
  private final String reason;

  /** Says in one sentence what is wrong with the value. */
  public InvalidValue(RefusalCode code, String reason) {
    this(code, null, reason);
  }

  /**
   * Says in one sentence what is wrong with one field.
   *
   * @param field as the record that checks it calls it, or null where the whole is at fault
   */
  public InvalidValue(RefusalCode code, @Nullable String field, String reason) {
    super(detail(field, reason));
    this.code = code;
    this.field = field;
    this.reason = reason;
  }

  public RefusalCode code() {
    return code;
  }

  public @Nullable String field() {
    return field;
  }

  /** What is wrong with the field, without its name. */
  public String reason() {
    return reason;
  }

  /** What is wrong, after the name of the field. */
  public String detail() {
    return detail(field, reason);
  }

  private static String detail(@Nullable String field, String reason) {
    return field == null ? reason : field + ": " + reason;
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
