package org.chancery.shared.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A date as an archive knows it (EDTF, ISO 8601-2, levels 0 and 1): {@code 2014-03-03}, {@code
 * 2014-03}, {@code 2014}, {@code -0044}, {@code 0000} (1 BC), {@code Y17000}; the seasons {@code
 * 2014-21} to {@code 2014-24}; {@code 201X}, {@code 20XX}, {@code 2014-XX}, {@code 2014-03-XX};
 * each with {@code ?} (uncertain), {@code ~} (approximate) or {@code %} (both).
 *
 * <p>It stands for one unknown day between {@link #earliest} and {@link #latest}, both inclusive. A
 * qualifier does not move these bounds: how far "about" reaches is for the reader of {@link #text}
 * to judge, not for the ledger to invent. Nor does the ledger guess at the hemisphere of a season.
 *
 * @param text as it was written; empty for the end of a span that is unknown
 */
public record EdtfDate(String text, LocalDate earliest, LocalDate latest)
    implements Comparable<EdtfDate> {
  /** How the text is written. Not every text of this form is a date: some days never come. */
  public static final Pattern FORM =
      Pattern.compile(
          "(?:(-?(?:\\d{4}|\\d{3}X|\\d{2}XX))(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?"
              + "|Y(-?[1-9]\\d{4,8}))[?~%]?");

  private static final String FORMS =
      "write a day 2014-03-03, a month 2014-03, a season 2014-21 (spring) to 2014-24 (winter), or"
          + " a year 2014, 0000, -0044, Y17000; with X for unknown digits 201X, 20XX, 2014-XX,"
          + " 2014-03-XX, 2014-XX-XX; ?, ~ or % may follow; and where a span may stand also"
          + " 2014/2015, 2014/.. or ../2014 (open), 2014/ or /2014 (unknown)";

  private static final int SPRING = 21;
  private static final int WINTER = 24;
  private static final int LAST_DIVISION = 41;

  /** Fails as {@link RefusalCode#INVALID_DATE} where the text is no such date. */
  public static EdtfDate parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw invalid(text);
    }
    try {
      return parts.group(4) == null
          ? read(text, parts.group(1), parts.group(2), parts.group(3))
          : years(text, parts.group(4));
    } catch (DateTimeException impossible) {
      throw invalid(text);
    }
  }

  /** Fails as {@link RefusalCode#INVALID_DATE} where no text could say the day. */
  public static EdtfDate of(LocalDate day) {
    return parse(day.toString());
  }

  /** One day of a time of which no date is known. */
  static EdtfDate unknown(LocalDate earliest, LocalDate latest) {
    return new EdtfDate("", earliest, latest);
  }

  /** True for the end of a span of which nothing is told. */
  public boolean isUnknown() {
    return text.isEmpty();
  }

  /** True where the day is known and nothing qualifies it. */
  public boolean isExact() {
    return !isUnknown()
        && earliest.equals(latest)
        && Character.isDigit(text.charAt(text.length() - 1));
  }

  @Override
  public int compareTo(EdtfDate other) {
    int byEarliest = earliest.compareTo(other.earliest);
    return byEarliest != 0 ? byEarliest : latest.compareTo(other.latest);
  }

  @Override
  public String toString() {
    return text;
  }

  private static EdtfDate read(
      String text, String year, @Nullable String month, @Nullable String day) {
    if (month == null || month.equals("XX")) {
      if (day != null && !day.equals("XX")) {
        throw invalid(text);
      }
      return years(text, year);
    }
    if (year.endsWith("X")) {
      throw invalid(text);
    }
    int number = Integer.parseInt(month);
    if (number >= SPRING && number <= LAST_DIVISION && day == null) {
      return season(text, year(text, year), number);
    }
    YearMonth of = YearMonth.of(year(text, year), number);
    if (day == null || day.equals("XX")) {
      return new EdtfDate(text, of.atDay(1), of.atEndOfMonth());
    }
    LocalDate exact = of.atDay(Integer.parseInt(day));
    return new EdtfDate(text, exact, exact);
  }

  /** Before year 0 the larger number is the earlier. */
  private static EdtfDate years(String text, String year) {
    int one = year(text, year.replace('X', '0'));
    int other = year(text, year.replace('X', '9'));
    return new EdtfDate(
        text,
        LocalDate.of(Math.min(one, other), Month.JANUARY, 1),
        LocalDate.of(Math.max(one, other), Month.DECEMBER, 31));
  }

  private static int year(String text, String digits) {
    int year = Integer.parseInt(digits);
    if ((year == 0 && digits.startsWith("-")) || Math.abs(year) > EdtfSpan.LAST_YEAR) {
      throw invalid(text);
    }
    return year;
  }

  /**
   * Spring to winter wherever it was, in whole months: "the winter of 1947" begins in the December
   * before or ends in the March after it in the north, and lies in its middle in the south.
   */
  private static EdtfDate season(String text, int year, int season) {
    if (season > WINTER) {
      throw new InvalidValue(
          RefusalCode.INVALID_DATE,
          "'%s' is of EDTF level 2, which is not read: write a season as 21 (spring) to 24 (winter)"
              .formatted(text));
    }
    return (season - SPRING) % 2 == 0
        ? new EdtfDate(
            text, LocalDate.of(year, Month.MARCH, 1), LocalDate.of(year, Month.DECEMBER, 31))
        : new EdtfDate(
            text,
            LocalDate.of(year - 1, Month.DECEMBER, 1),
            LocalDate.of(year + 1, Month.MARCH, 31));
  }

  private static InvalidValue invalid(String text) {
    return new InvalidValue(
        RefusalCode.INVALID_DATE,
        "'%s' is not a date: %s".formatted(InvalidValue.excerpt(text), FORMS));
  }
}
