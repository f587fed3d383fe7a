package org.chancery.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/** What the fields of a leg mean. */
record LegFields(Map<String, ? extends CharSequence> fields) {

  /** In years: the longest that is known lasted 213 days. */
  private static final int LONGEST_STAY = 10;

  Leg leg(String file, int line, List<String> oddities) {
    LocalDate start = day("start-date");
    LocalDate end = day("end-date");
    OfficialId traveller = new OfficialId(required("who"));
    String name = required("name");
    if (end.isAfter(start.plusYears(LONGEST_STAY))) {
      throw invalid("no stay lasts from %s to %s".formatted(start, end));
    }
    return new Leg(
        id(),
        role(),
        traveller,
        name,
        start,
        end,
        stop(start, end),
        file,
        line,
        oddities,
        edited());
  }

  /** Null where it cannot be read. */
  @Nullable OfficialId traveller() {
    try {
      return new OfficialId(value("who"));
    } catch (InvalidValue unreadable) {
      return null;
    }
  }

  private int id() {
    String id = required("id");
    if (!id.matches("[1-9]\\d{0,8}")) {
      throw invalid("id '%s' is no whole number from 1 to 999999999".formatted(id));
    }
    return Integer.parseInt(id);
  }

  private Role role() {
    Role role = Role.coded(required("@role"));
    if (fields.containsKey("role") && Role.coded(required("role")) != role) {
      throw invalid("the two statements of its role differ");
    }
    return role;
  }

  private Stop stop(LocalDate start, LocalDate end) {
    return new Stop(
        CountryAliases.canonical(required("country/@id")),
        required("country"),
        PlaceNames.in(value("locale")),
        EdtfSpan.between(start, end),
        value("remarks"));
  }

  private LocalDate day(String field) {
    String day = required(field);
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException notADay) {
      throw invalid("%s '%s' is not a day".formatted(field, day));
    }
  }

  /** A note of the editors on their own work: one that cannot be read is no fault of the leg. */
  private @Nullable LocalDate edited() {
    String instant = value("last-modified-datetime");
    String known = instant.isEmpty() ? value("created-datetime") : instant;
    try {
      return known.isEmpty() ? null : LocalDate.parse(known.replaceFirst("T.*", ""));
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private String required(String field) {
    String value = value(field);
    if (value.isEmpty()) {
      throw invalid("%s is missing".formatted(field));
    }
    return value;
  }

  private String value(String field) {
    CharSequence text = fields.get(field);
    return text == null ? "" : Prose.collapsed(text.toString());
  }

  private static InvalidValue invalid(String reason) {
    return new InvalidValue(RefusalCode.INVALID_FIELDS, reason);
  }
}
