package org.chancery.intake.mission;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What the source says in prose alone; what it does not say plainly stays open. */
final class AppointmentNotes {
  private static final String DAY =
      " (?<month>[A-Z][a-z]{2,8})\\.? (?<day>[12]?\\d|3[01]), (?<year>\\d{4})";
  private static final Pattern NOMINATED = Pattern.compile("[Nn]ominat(?:ion of|ed)" + DAY);
  private static final Pattern DECLARED = Pattern.compile("persona non grata on" + DAY);
  private static final Map<Pattern, MannerOfEnd> MANNERS = new LinkedHashMap<>();

  static {
    manner("persona non grata", MannerOfEnd.DECLARED_PERSONA_NON_GRATA);
    manner("\\b(died|assassinated|killed)\\b", MannerOfEnd.DIED);
    manner("relations\\b.*\\b(interrupted|severed|broken)", MannerOfEnd.RELATIONS_INTERRUPTED);
    manner("\\b(promoted|recommissioned|reaccredited)\\b", MannerOfEnd.RECOMMISSIONED);
    manner("\\b(presented|transmitted|sent)\\b.*\\brecall\\b", MannerOfEnd.PRESENTED_RECALL);
    manner("\\brecalled\\b", MannerOfEnd.RECALLED);
    manner("\\brelinquished charge\\b", MannerOfEnd.RELINQUISHED_CHARGE);
    manner("\\bsuperseded\\b", MannerOfEnd.SUPERSEDED);
    manner("\\bappointment (terminated|expired)", MannerOfEnd.APPOINTMENT_TERMINATED);
    manner(
        "\\b(embassy|legation|mission|office)\\b.*\\b(closed|terminated|withdrawn)\\b",
        MannerOfEnd.MISSION_CLOSED);
    manner("^left\\b", MannerOfEnd.LEFT_POST);
  }

  private AppointmentNotes() {}

  private static void manner(String words, MannerOfEnd manner) {
    MANNERS.put(Pattern.compile(words), manner);
  }

  /** How functions ended. */
  static MannerOfEnd manner(@Nullable String note) {
    String said = note == null ? "" : note.toLowerCase(Locale.ROOT);
    return MANNERS.entrySet().stream()
        .filter(known -> known.getKey().matcher(said).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(MannerOfEnd.UNSPECIFIED);
  }

  /** The day of a nomination of which nothing but the note tells. */
  static Optional<EdtfDate> nominated(@Nullable String note) {
    return day(NOMINATED, note);
  }

  /** The day on which the person was declared persona non grata. */
  static Optional<EdtfDate> declared(@Nullable String note) {
    return day(DECLARED, note);
  }

  private static Optional<EdtfDate> day(Pattern pattern, @Nullable String note) {
    return Optional.ofNullable(note)
        .map(pattern::matcher)
        .filter(Matcher::find)
        .flatMap(found -> day(found.group("month"), found.group("day"), found.group("year")));
  }

  private static Optional<EdtfDate> day(String month, String day, String year) {
    return Arrays.stream(Month.values())
        .filter(one -> one.name().startsWith(month.toUpperCase(Locale.ROOT)))
        .findFirst()
        .map(one -> LocalDate.of(Integer.parseInt(year), one, Integer.parseInt(day)))
        .map(EdtfDate::of);
  }
}
