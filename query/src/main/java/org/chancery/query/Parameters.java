package org.chancery.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chancery.readmodel.Cursor;
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

  /** An instant, with Z or an offset; of a day (UTC) its beginning. */
  public static Instant beginning(String parameter, String text) {
    return in(parameter, () -> instant(text, Parameters::midnight));
  }

  /** An instant, with Z or an offset; of a day (UTC) its end, with which the next day begins. */
  public static Instant end(String parameter, String text) {
    return in(parameter, () -> instant(text, day -> midnight(day.plusDays(1))));
  }

  /** The same, but of a day the last instant that an entry can be of. */
  static Instant last(String text) {
    return instant(text, day -> midnight(day.plusDays(1)).minus(1, ChronoUnit.MICROS));
  }

  /**
   * What was known before that day, where it is one; anything else as it is. So the changes from a
   * day on include those of the day.
   */
  public static String before(String text) {
    return isDay(text) ? LocalDate.parse(text).minusDays(1).toString() : text;
  }

  private static Instant instant(String text, Function<LocalDate, Instant> ofDay) {
    try {
      return isDay(text)
          ? ofDay.apply(LocalDate.parse(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_DATE,
              "'%s' is no instant: write 2026-01-31T12:00:00Z, or a day".formatted(text)));
    }
  }

  private static boolean isDay(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static long position(String text) {
    String number = text.substring(text.indexOf(':') + 1);
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
