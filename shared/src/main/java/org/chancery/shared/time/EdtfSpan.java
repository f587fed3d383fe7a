package org.chancery.shared.time;

import java.time.LocalDate;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days: one EDTF date, or an interval such as {@code 2017-02-15/2017-02-17}, {@code
 * 1991-12-25/..} or {@code ../1922}. Both ends are inclusive; a missing end ({@code ..} or nothing)
 * is open.
 *
 * @param text as it was written
 */
public record EdtfSpan(String text, @Nullable EdtfDate start, @Nullable EdtfDate end) {
  /** Before every date that can be written, so before all history. */
  public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  /** After every date that can be written. */
  public static final LocalDate END = LocalDate.of(9999, 12, 31);

  /**
   * Fails as INVALID_DATE where unreadable, as VALID_TIME_REVERSED where it ends before it begins.
   */
  public static EdtfSpan parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(EdtfDate.parse(text));
    }
    EdtfDate start = edge(text.substring(0, slash));
    EdtfDate end = edge(text.substring(slash + 1));
    if (start == null && end == null) {
      throw new InvalidValue(RefusalCode.INVALID_DATE, "'%s' has no end at all".formatted(text));
    }
    if (start != null && end != null && end.latest().isBefore(start.earliest())) {
      throw new InvalidValue(
          RefusalCode.VALID_TIME_REVERSED, "'%s' ends before it begins".formatted(text));
    }
    return new EdtfSpan(text, start, end);
  }

  public static EdtfSpan of(EdtfDate date) {
    return new EdtfSpan(date.text(), date, date);
  }

  /** From the first to the last of the two, written as briefly as it can be. */
  public static EdtfSpan between(LocalDate first, LocalDate last) {
    return parse(first.equals(last) ? first.toString() : first + "/" + last);
  }

  /** The first day that may belong to it. */
  public LocalDate earliest() {
    return start == null ? BEGINNING : start.earliest();
  }

  /** The last day that may belong to it. */
  public LocalDate latest() {
    return end == null ? END : end.latest();
  }

  /** The day by which it has surely begun. */
  public LocalDate begunBy() {
    return start == null ? BEGINNING : start.latest();
  }

  /** The last day on which it surely still lasts, where it has begun by then. */
  public LocalDate lastsTo() {
    return end == null ? END : end.earliest();
  }

  /** True where some reading of both shares a day. */
  public boolean mayTouch(EdtfSpan other) {
    return !latest().isBefore(other.earliest()) && !other.latest().isBefore(earliest());
  }

  @Override
  public String toString() {
    return text;
  }

  private static @Nullable EdtfDate edge(String text) {
    return text.isEmpty() || text.equals("..") ? null : EdtfDate.parse(text);
  }
}
