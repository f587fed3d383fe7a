package org.chancery.room.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Dates (EDTF) as people read them, no more exact than they are recorded. */
public final class DateWords {
  private static final Pattern PARTS =
      Pattern.compile(
          "(-?\\d{4}|\\d{3}X|\\d{2}XX|Y-?\\d+)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([?~%]?)");
  private static final Pattern WITHIN =
      Pattern.compile("(?<![\\w/:-])\\d{4}-\\d{2}-\\d{2}(?:/\\d{4}-\\d{2}-\\d{2})?(?![\\w/:?~%-])");
  private static final DateTimeFormatter DAY = form("d MMMM uuuu");
  private static final DateTimeFormatter DAY_OF_YEAR = form("d MMMM");
  private static final DateTimeFormatter MONTH = form("MMMM uuuu");
  private static final DateTimeFormatter INSTANT = form("d MMMM uuuu, HH:mm:ss 'UTC'");
  private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
  private static final int SPRING = 21;
  private static final int WINTER = 24;

  private DateWords() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** "16 February 2017". */
  public static String of(LocalDate day) {
    return day.getYear() > 0 ? DAY.format(day) : DAY_OF_YEAR.format(day) + " " + era(day.getYear());
  }

  /** "29 November 2026, 20:42:51 UTC". */
  public static String of(Instant instant) {
    return INSTANT.format(instant.atZone(ZoneOffset.UTC));
  }

  /** A date or a span; what is none, as it is. */
  public static String of(String edtf) {
    String[] ends = edtf.split("/", -1);
    return ends.length == 2 ? span(ends[0], ends[1]) : date(edtf);
  }

  /** A sentence with the days in it as people read them; what stands within an id is left. */
  public static String in(String sentence) {
    return WITHIN.matcher(sentence).replaceAll(found -> of(found.group()));
  }

  /** True of what is written as a date or a span of dates. */
  public static boolean isDate(String text) {
    String[] ends = text.split("/", -1);
    return ends.length == 2
        ? isEnd(ends[0]) && isEnd(ends[1]) && text.length() > 2
        : EdtfDate.FORM.matcher(text).matches();
  }

  private static boolean isEnd(String text) {
    return text.isEmpty() || text.equals("..") || EdtfDate.FORM.matcher(text).matches();
  }

  private static String span(String from, String to) {
    if (from.isEmpty() || from.equals("..")) {
      return (from.isEmpty() ? "beginning not known, " : "at all times ") + "until " + date(to);
    }
    if (to.isEmpty() || to.equals("..")) {
      return "from " + date(from) + (to.isEmpty() ? ", end not known" : " on, without an end");
    }
    return isDay(from) && isDay(to)
        ? days(LocalDate.parse(from), LocalDate.parse(to))
        : both(from, to);
  }

  private static String both(String from, String to) {
    return date(from) + " to " + date(to);
  }

  private static boolean isDay(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  private static String days(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return of(from);
    }
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return from.getDayOfMonth() + "–" + of(to);
    }
    return (from.getYear() == to.getYear() ? DAY_OF_YEAR.format(from) : of(from)) + " – " + of(to);
  }

  private static String date(String edtf) {
    Matcher parts = PARTS.matcher(edtf);
    if (!parts.matches()) {
      return edtf;
    }
    return qualified(plain(parts.group(1), parts.group(2), parts.group(3)), parts.group(4));
  }

  private static String qualified(String words, String qualifier) {
    return switch (qualifier) {
      case "?" -> words + " (uncertain)";
      case "~" -> "about " + words;
      case "%" -> "about " + words + " (uncertain)";
      default -> words;
    };
  }

  private static String plain(String year, @Nullable String month, @Nullable String day) {
    if (month == null || month.equals("XX")) {
      return year(year);
    }
    int number = Integer.parseInt(month);
    if (number > WINTER) {
      return year + "-" + month;
    }
    if (number >= SPRING) {
      return SEASONS.get(number - SPRING) + " " + year(year);
    }
    YearMonth of = YearMonth.of(Integer.parseInt(year), number);
    if (day == null || day.equals("XX")) {
      return of.getYear() > 0 ? MONTH.format(of) : year + "-" + month;
    }
    return of(of.atDay(Integer.parseInt(day)));
  }

  private static String year(String year) {
    if (year.endsWith("XX")) {
      return "%s00 to %s99".formatted(year.substring(0, 2), year.substring(0, 2));
    }
    if (year.endsWith("X")) {
      return year.substring(0, 3) + "0s";
    }
    return year.startsWith("Y") ? "year " + year.substring(1) : era(Integer.parseInt(year));
  }

  /** Year 0 is 1 BC. */
  private static String era(int year) {
    return year > 0 ? Integer.toString(year) : (1 - year) + " BC";
  }
}
