package org.chancery.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.chancery.query.asof.Cursor;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfDate;

/** Reads what is asked in parameters. What cannot be read is a fault of the parameter so named. */
public final class Parameters {

  private Parameters() {}

  /** Reads it; where that fails, the problem says in which parameter the fault is. */
  public static <T> T in(String parameter, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidValue fault) {
      throw blaming(parameter, Problem.of(fault.code(), fault.detail()));
    } catch (ProblemException fault) {
      throw fault.problem().status() < 500 ? blaming(parameter, fault.problem()) : fault;
    }
  }

  private static ProblemException blaming(String parameter, Problem problem) {
    return new ProblemException(
        problem.with(List.of(new Fault("/" + parameter, problem.detail()))));
  }

  /** One day (EDTF); a month or year is no point in time to stand on. */
  public static LocalDate day(String parameter, String text) {
    return in(parameter, () -> day(text));
  }

  private static LocalDate day(String text) {
    EdtfDate date = EdtfDate.parse(text);
    if (!date.isExact()) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_DATE, "'%s' must be a single day".formatted(text)));
    }
    return date.earliest();
  }

  /** A date (EDTF). */
  public static EdtfDate date(String parameter, String text) {
    return in(parameter, () -> EdtfDate.parse(text));
  }

  /** An instant, with Z or an offset. */
  public static Instant instant(String parameter, String text) {
    return in(parameter, () -> instant(text));
  }

  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_DATE,
              "'%s' is no instant: write 2026-01-31T12:00:00Z".formatted(text)));
    }
  }

  static long position(String text) {
    String number = text.substring("position:".length());
    if (!number.matches("\\d{1,18}")) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_DATE, "'%s' is no position".formatted(text)));
    }
    return Long.parseLong(number);
  }

  /** The place where a page ended. */
  public static Cursor cursor(String text) {
    return in("cursor", () -> Cursor.parse(text));
  }
}
