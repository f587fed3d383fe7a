package org.chancery.app.question;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.app.question.LedgerQuestion.AsKnown;
import org.chancery.app.question.LedgerQuestion.End;
import org.chancery.app.question.LedgerQuestion.Two;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question by the grammar in {@code docs/ASKING.md}. Pure: it asks no ledger, so that a
 * question is understood or not whoever is named in it.
 */
public final class QuestionParser {
  private static final String FORMS = "; chancery ask --help has the questions that are understood";
  private static final Pattern POSSESSIVE = Pattern.compile("(?<=[sS])['\u2019]$|['\u2019][sS]$");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(st|nd|rd|th)?,?");
  private static final int MOST_ANDS = 4;

  private QuestionParser() {}

  /** What is asked; fails with a NotUnderstoodException, and in no other way. */
  public static AsKnown parse(String question) {
    QuestionWords words = QuestionWords.of(question);
    int suffix = words.last("as", "known", "at");
    if (suffix < 0) {
      return new AsKnown(read(words), null);
    }
    return new AsKnown(
        read(words.to(suffix)), text(words.from(suffix + 3), "a point such as position:66"));
  }

  private static LedgerQuestion read(QuestionWords words) {
    if (words.beginWith("where", "was")) {
      Parted parted = part(words.from(2), "on", "a day");
      return new LedgerQuestion.Whereabouts(name(parted.before()), day(parted.after()));
    }
    if (words.beginWith("who", "met")) {
      Parted parted = part(words.from(2), "since", "a date");
      return new LedgerQuestion.Encounters(name(parted.before()), date(parted.after()));
    }
    if (words.beginWith("who", "headed")) {
      return headed(part(words.from(2), "on", "a day"));
    }
    if (words.beginWith("who", "was")) {
      Parted parted = part(words.from(2), "on", "a day");
      return new LedgerQuestion.Holders(name(parted.before()), day(parted.after()));
    }
    if (words.beginWith("status", "of")) {
      QuestionWords rest = words.from(2);
      int on = rest.last("on");
      return on < 0
          ? new LedgerQuestion.StatusOf(two(rest), null)
          : new LedgerQuestion.StatusOf(two(rest.to(on)), day(rest.from(on + 1)));
    }
    return firstOrLast(words);
  }

  private static LedgerQuestion firstOrLast(QuestionWords words) {
    for (End end : End.values()) {
      String which = end.name();
      if (words.beginWith(which, "meeting", "of")) {
        QuestionWords rest = words.from(3);
        int before = rest.last("before");
        return before < 0
            ? new LedgerQuestion.MeetingOf(end, two(rest), null)
            : new LedgerQuestion.MeetingOf(end, two(rest.to(before)), day(rest.from(before + 1)));
      }
      if (words.beginWith(which, "trip", "of")) {
        Parted parted = part(words.from(3), "to", "a country");
        return new LedgerQuestion.TripTo(end, name(parted.before()), name(parted.after()));
      }
    }
    throw new NotUnderstoodException("that is no question that is understood here" + FORMS);
  }

  private static LedgerQuestion headed(Parted parted) {
    LocalDate day = day(parted.after());
    QuestionWords mission = parted.before();
    if (mission.beginWith("the", "mission", "of") || mission.beginWith("mission", "of")) {
      Parted ends = part(mission.from(mission.last("mission") + 2), "to", "the receiving party");
      return new LedgerQuestion.HeadOfMission(name(ends.before()), name(ends.after()), day);
    }
    int to = mission.last("mission", "to");
    if (to <= 0) {
      throw new NotUnderstoodException("it is not said whose mission to whom" + FORMS);
    }
    String sending = name(mission.to(to));
    String owner = POSSESSIVE.matcher(sending).replaceFirst("").strip();
    if (owner.equals(sending) || owner.isEmpty()) {
      throw new NotUnderstoodException("it is not said whose mission: write A's mission" + FORMS);
    }
    return new LedgerQuestion.HeadOfMission(owner, name(mission.from(to + 2)), day);
  }

  /** What stands before a keyword, and what after it. */
  private record Parted(QuestionWords before, QuestionWords after) {}

  private static Parted part(QuestionWords words, String keyword, String what) {
    int at = words.last(keyword);
    if (at < 0) {
      throw new NotUnderstoodException("'%s' and %s are missing".formatted(keyword, what) + FORMS);
    }
    return new Parted(words.to(at), words.from(at + 1));
  }

  private static String name(QuestionWords words) {
    return text(words, "a name");
  }

  private static String text(QuestionWords words, String what) {
    String text = words.text();
    if (text.isEmpty()) {
      throw new NotUnderstoodException(what + " is missing" + FORMS);
    }
    return text;
  }

  /** "Bosnia and Herzegovina and Serbia" are two in two ways, of which the ledger knows one. */
  private static List<Two> two(QuestionWords words) {
    List<Integer> places =
        words.places("and").stream().filter(at -> at > 0 && at < words.size() - 1).toList();
    if (places.isEmpty()) {
      throw new NotUnderstoodException("two names with 'and' between them are missing" + FORMS);
    }
    if (places.size() > MOST_ANDS) {
      throw new NotUnderstoodException("put names that have an 'and' into quotation marks");
    }
    return places.stream()
        .map(at -> new Two(name(words.to(at)), name(words.from(at + 1))))
        .toList();
  }

  private static LocalDate day(QuestionWords words) {
    EdtfDate date = date(words);
    if (!date.isExact()) {
      throw new NotUnderstoodException(
          "'%s' is no single day: write one such as 2017-02-16".formatted(words.text()));
    }
    return date.earliest();
  }

  private static EdtfDate date(QuestionWords words) {
    String text = text(words, "a date").replaceFirst("[.,]$", "");
    String[] parts = text.split(" ");
    try {
      return EdtfDate.parse(parts.length == 1 ? text : written(parts, text));
    } catch (InvalidValue unreadable) {
      throw noDate(text);
    }
  }

  /** "16 February 2017", "February 16, 2017" or "February 2017", as EDTF. */
  private static String written(String[] parts, String text) {
    String year = parts[parts.length - 1];
    boolean monthFirst = month(parts[0]) != null;
    Month month = month(monthFirst || parts.length < 2 ? parts[0] : parts[1]);
    if (month == null || !YEAR.matcher(year).matches() || parts.length > 3) {
      throw noDate(text);
    }
    String yearAndMonth = "%s-%02d".formatted(year, month.getValue());
    if (parts.length == 2) {
      return yearAndMonth;
    }
    var day = DAY.matcher(monthFirst ? parts[1] : parts[0]);
    if (!day.matches()) {
      throw noDate(text);
    }
    return "%s-%02d".formatted(yearAndMonth, Integer.parseInt(day.group(1)));
  }

  private static @Nullable Month month(String word) {
    String bare = word.replaceFirst("[.,]$", "");
    return Arrays.stream(Month.values())
        .filter(
            month ->
                bare.equalsIgnoreCase(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    || bare.equalsIgnoreCase(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
        .findFirst()
        .orElse(null);
  }

  private static NotUnderstoodException noDate(String text) {
    return new NotUnderstoodException(
        "'%s' is no date: write one such as 2017-02-16 or 16 February 2017".formatted(text));
  }
}
