package org.chancery.command.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Require;
import org.chancery.shared.official.OfficialId;
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
          "created-datetime",
          "last-modified-datetime");

  private final Map<String, StringBuilder> fields = new HashMap<>();
  private final int line;
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
    return new LegFields(fields).leg(file, line);
  }

  /** Whose leg it is, or null where not even that can be read. */
  @Nullable OfficialId traveller() {
    return new LegFields(fields).traveller();
  }

  private void begin(String field) {
    if (fields.put(field, new StringBuilder()) != null) {
      fault("%s stands twice".formatted(field));
    }
  }

  private void fault(String found) {
    fault = fault == null ? found : fault;
  }
}
