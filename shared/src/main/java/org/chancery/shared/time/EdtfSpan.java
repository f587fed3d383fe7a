package org.chancery.shared.time;

import java.time.LocalDate;
import java.time.Year;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days: one EDTF date, or an interval such as {@code 2017-02-15/2017-02-17}. Both ends
 * are inclusive. An end written {@code ..} is open: {@code 1991-12-25/..} lasts to this day. One
 * that is not written is unknown, which is not open: {@code 1904-06-01/} has ended, or will, on one
 * unknown day from its beginning on.
 *
 * @param text as it was written
 * @param start null where it is open
 * @param end null where it is open
 */
public record EdtfSpan(String text, @Nullable EdtfDate start, @Nullable EdtfDate end) {
  /** Before every date that can be written, so before all history. */
  public static final LocalDate BEGINNING = LocalDate.MIN;

  /** After every date that can be written. */
  public static final LocalDate END = LocalDate.MAX;

  /** As many years are written before year 0 as after it. */
  static final int LAST_YEAR = Year.MAX_VALUE - 1;

  private static final String OPEN = "..";

  /**
   * Fails as INVALID_DATE where unreadable, as VALID_TIME_REVERSED where it ends before it begins.
   */
  public static EdtfSpan parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(EdtfDate.parse(text));
    }
    String first = text.substring(0, slash);
    String last = text.substring(slash + 1);
    if (isUntold(first) && isUntold(last)) {
      throw new InvalidValue(
          RefusalCode.INVALID_DATE, "'%s' tells neither of its ends".formatted(text));
    }
    EdtfDate start = isUntold(first) ? null : EdtfDate.parse(first);
    EdtfDate end = isUntold(last) ? null : EdtfDate.parse(last);
    if (start != null && end != null && end.latest().isBefore(start.earliest())) {
      throw new InvalidValue(
          RefusalCode.VALID_TIME_REVERSED, "'%s' ends before it begins".formatted(text));
    }
    return new EdtfSpan(
        text,
        first.isEmpty() && end != null ? EdtfDate.unknown(BEGINNING, end.latest()) : start,
        last.isEmpty() && start != null ? EdtfDate.unknown(start.earliest(), END) : end);
  }

  public static EdtfSpan of(EdtfDate date) {
    return new EdtfSpan(date.text(), date, date);
  }

  /** From the first to the last of the two, written as briefly as it can be. */
  public static EdtfSpan between(LocalDate first, LocalDate last) {
    return parse(first.equals(last) ? first.toString() : first + "/" + last);
  }

  /** The first day that may belong to it, or null where no beginning is known. */
  public @Nullable LocalDate firstDay() {
    return earliest().equals(BEGINNING) ? null : earliest();
  }

  /** The last day that may belong to it, or null where no end is known. */
  public @Nullable LocalDate lastDay() {
    return latest().equals(END) ? null : latest();
  }

  /** False where neither end is known: then there is no text that could be read again. */
  public boolean isWritable() {
    return firstDay() != null || lastDay() != null;
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

  private static boolean isUntold(String edge) {
    return edge.isEmpty() || edge.equals(OPEN);
  }
}
