package org.chancery.shared.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;

/**
 * A date as an archive knows it (EDTF, ISO 8601-2): {@code 2014-03-03}, {@code 2014-03}, {@code
 * 2014}, {@code 201X}, {@code 2014-XX}, {@code 2014-03-XX}, each with {@code ?} (uncertain), {@code
 * ~} (approximate) or {@code %} (both).
 *
 * <p>It stands for one unknown day between {@link #earliest} and {@link #latest}, both inclusive. A
 * qualifier does not move these bounds: how far "about" reaches is for the reader of {@link #text}
 * to judge, not for the ledger to invent.
 *
 * @param text as it was written
 */
public record EdtfDate(String text, LocalDate earliest, LocalDate latest)
    implements Comparable<EdtfDate> {
  /** How the text is written. Not every text of this form is a date: some days never come. */
  public static final Pattern FORM =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?[?~%]?");

  /** Fails as {@link RefusalCode#INVALID_DATE} where the text is no such date. */
  public static EdtfDate parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw invalid(text);
    }
    try {
      return read(text, parts.group(1), parts.group(2), parts.group(3));
    } catch (DateTimeException impossible) {
      throw invalid(text);
    }
  }

  /** Fails as {@link RefusalCode#INVALID_DATE} where no text could say the day. */
  public static EdtfDate of(LocalDate day) {
    return parse(day.toString());
  }

  /** True where the day is known and nothing qualifies it. */
  public boolean isExact() {
    return earliest.equals(latest) && Character.isDigit(text.charAt(text.length() - 1));
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

  private static EdtfDate read(String text, String year, String month, String day) {
    int first = Integer.parseInt(year.replace('X', '0'));
    int last = Integer.parseInt(year.replace('X', '9'));
    if (first <= EdtfSpan.BEGINNING.getYear() || last >= EdtfSpan.END.getYear()) {
      throw invalid(text);
    }
    if (month == null || month.equals("XX")) {
      if (day != null && !day.equals("XX")) {
        throw invalid(text);
      }
      return new EdtfDate(text, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }
    if (first != last) {
      throw invalid(text);
    }
    YearMonth of = YearMonth.of(first, Integer.parseInt(month));
    if (day == null || day.equals("XX")) {
      return new EdtfDate(text, of.atDay(1), of.atEndOfMonth());
    }
    LocalDate exact = of.atDay(Integer.parseInt(day));
    return new EdtfDate(text, exact, exact);
  }

  private static InvalidValue invalid(String text) {
    return new InvalidValue(
        RefusalCode.INVALID_DATE,
        "'%s' is not a date: write 2014, 2014-03 or 2014-03-03, with ? or ~ if need be"
            .formatted(InvalidValue.excerpt(text)));
  }
}
