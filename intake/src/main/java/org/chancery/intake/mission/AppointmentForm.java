package org.chancery.intake.mission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.intake.mission.Appointment.Dated;
import org.chancery.intake.mission.Appointment.Post;
import org.chancery.intake.mission.Appointment.Turn;
import org.chancery.intake.source.Prose;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** An appointment while its fields are read. A fault is kept until it is complete. */
final class AppointmentForm {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "person-id",
          "role-title-id",
          "contemporary-territory-id",
          "appointed",
          "arrived",
          "started",
          "ended",
          "appointed/date",
          "arrived/date",
          "started/date",
          "ended/date",
          "appointed/note",
          "arrived/note",
          "started/note",
          "ended/note",
          "note",
          "created-by",
          "created-date",
          "last-modified-by",
          "last-modified-date");

  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(about|approximately|soon|shortly|between|on or before|on or after|or$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROBABLY =
      Pattern.compile("\\bprobably\\b", Pattern.CASE_INSENSITIVE);

  private final Map<String, StringBuilder> fields = new HashMap<>();
  private final List<String> oddities = new ArrayList<>();
  private final int line;
  private @Nullable String fault;

  AppointmentForm(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  void element(String field) {
    if (!FIELDS.contains(field)) {
      oddities.add("has an element <%s>, which the format does not".formatted(Prose.shown(field)));
    } else if (fields.put(field, new StringBuilder()) != null) {
      fault = field + " stands twice";
    }
  }

  void append(String field, char[] text, int start, int length) {
    StringBuilder read = fields.get(field);
    if (read != null && length > Require.TEXT_LIMIT - read.length()) {
      fault = "%s is longer than %d characters".formatted(field, Require.TEXT_LIMIT);
    } else if (read != null) {
      read.append(text, start, length);
    }
  }

  /** What its source calls it, or null where that is not told. */
  @Nullable String id() {
    String id = text("id");
    return id == null ? null : Prose.shown(id);
  }

  /** The appointment, or InvalidValue with a fault. */
  Appointment appointment(Post post, String file) {
    if (fault != null) {
      throw invalid(fault);
    }
    fields.forEach((field, text) -> Prose.unseen(field, text).ifPresent(oddities::add));
    Map<Turn, Dated> turns = new EnumMap<>(Turn.class);
    for (Turn turn : Turn.values()) {
      String name = turn.name().toLowerCase(Locale.ROOT);
      String date = text(name + "/date");
      if (date != null) {
        String note = text(name + "/note");
        turns.put(turn, new Dated(date(name, date, note), note));
      }
    }
    return new Appointment(
        post,
        required("id"),
        new OfficialId(required("person-id")),
        text("role-title-id"),
        turns,
        text("note"),
        List.copyOf(oddities),
        edited(),
        file,
        line);
  }

  /** The source writes days, months and years; how far "about" reaches it does not say. */
  private static EdtfDate date(String turn, String text, @Nullable String note) {
    if (!text.matches("\\d{4}(-\\d{2}){0,2}")) {
      throw invalid(
          "%s: '%s' is not a day, month or year".formatted(turn, InvalidValue.excerpt(text)));
    }
    boolean about = note != null && ABOUT.matcher(note).find();
    boolean probably = note != null && PROBABLY.matcher(note).find();
    String qualifier = about && probably ? "%" : about ? "~" : probably ? "?" : "";
    return EdtfDate.parse(text + qualifier);
  }

  private @Nullable LocalDate edited() {
    String day = text("last-modified-date");
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private String required(String field) {
    String text = text(field);
    if (text == null) {
      throw invalid(field + " is missing");
    }
    return text;
  }

  private @Nullable String text(String field) {
    StringBuilder read = fields.get(field);
    String text = read == null ? "" : Prose.collapsed(read.toString());
    return text.isEmpty() ? null : text;
  }

  private static InvalidValue invalid(String reason) {
    return new InvalidValue(RefusalCode.INVALID_FIELDS, reason);
  }
}
