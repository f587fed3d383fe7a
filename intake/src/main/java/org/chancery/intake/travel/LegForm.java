package org.chancery.intake.travel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.Prose;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.jspecify.annotations.Nullable;

/** A leg while its fields are read. A fault is kept until it is complete: it refuses it alone. */
final class LegForm {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "role",
          "name",
          "start-date",
          "end-date",
          "country",
          "locale",
          "remarks",
          "created-by",
          "last-modified-by",
          "created-datetime",
          "last-modified-datetime");

  private static final int MOST_ODDITIES = 10;

  private final Map<String, StringBuilder> fields = new HashMap<>();
  private final int line;
  private final List<String> oddities = new ArrayList<>();
  private @Nullable String fault;

  LegForm(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  void attribute(String field, @Nullable String value) {
    if (value != null) {
      begin(field);
      append(field, value.toCharArray(), 0, value.length());
    }
  }

  void element(String field) {
    if (FIELDS.contains(field)) {
      begin(field);
    } else {
      odd("an element <%s>".formatted(Prose.shown(field)));
    }
  }

  /** Notes what the format does not have; a careful reader would ask. */
  void odd(String what) {
    if (oddities.size() < MOST_ODDITIES) {
      oddities.add("has %s, which the format does not".formatted(what));
    }
  }

  /** Takes a piece of the field's text; fields that say nothing of the leg are passed over. */
  void append(String field, char[] text, int start, int length) {
    StringBuilder read = fields.get(field);
    if (read == null) {
      return;
    }
    if (length > Require.TEXT_LIMIT - read.length()) {
      fault("%s is longer than %d characters".formatted(field, Require.TEXT_LIMIT));
    } else {
      read.append(text, start, length);
    }
  }

  /** The leg, or InvalidValue with the first fault found. */
  Leg leg(String file) {
    if (fault != null) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, fault);
    }
    fields.forEach(this::look);
    return new LegFields(fields).leg(file, line, oddities);
  }

  /** Whose leg it is, or null where not even that can be read. */
  @Nullable OfficialId traveller() {
    return new LegFields(fields).traveller();
  }

  private void look(String field, CharSequence text) {
    if (oddities.size() < MOST_ODDITIES) {
      Prose.unseen(field, text).ifPresent(oddities::add);
    }
  }

  /** What its source calls it, or null where that is not told. */
  @Nullable String id() {
    StringBuilder id = fields.get("id");
    return id == null || id.toString().isBlank()
        ? null
        : "leg " + Prose.shown(Prose.collapsed(id.toString()));
  }

  private void begin(String field) {
    if (fields.put(field, new StringBuilder()) != null) {
      fault("%s stands twice".formatted(field));
    }
  }

  private void fault(String found) {
    fault = fault == null ? found : fault;
  }

  /** What the fields of a leg mean. */
  private record LegFields(Map<String, ? extends CharSequence> fields) {

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
          Gazetteer.canonical(required("country/@id")),
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
}
