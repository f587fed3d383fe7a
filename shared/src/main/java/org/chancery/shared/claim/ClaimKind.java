package org.chancery.shared.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.Choice;
import org.jspecify.annotations.Nullable;

/** What may be claimed, and by which fields. */
public enum ClaimKind {
  /** That a contact is the first of two after something. */
  FIRST_CONTACT_SINCE,
  /** That an official's trip is the first. */
  FIRST_TRIP,
  /** That two met on a day. */
  MET_ON,
  /** That something was in a state on a day. */
  STATE_ON,
  /** That an official held an office on a day. */
  HELD_OFFICE_ON,
  /** How many there are. */
  NUMBER_OF;

  /** Empty where there is no such kind. */
  public static Optional<ClaimKind> named(@Nullable String name) {
    String asked = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> Choice.text(kind).equals(asked)).findFirst();
  }

  /** "first-contact-since, first-trip, ...". */
  static String names() {
    return Arrays.stream(values()).map(Choice::text).collect(Collectors.joining(", "));
  }

  /** Those that it must have. */
  List<String> needed() {
    return switch (this) {
      case FIRST_CONTACT_SINCE -> List.of("between", "since");
      case FIRST_TRIP -> List.of("official");
      case MET_ON -> List.of("between", "on");
      case STATE_ON -> List.of("subject", "is", "on");
      case HELD_OFFICE_ON -> List.of("official", "office", "on");
      case NUMBER_OF -> List.of("list", "number");
    };
  }

  /** Those of which it must have one. */
  List<String> either() {
    return switch (this) {
      case FIRST_CONTACT_SINCE -> List.of("meeting", "on");
      case FIRST_TRIP -> List.of("trip", "on");
      case MET_ON, STATE_ON, HELD_OFFICE_ON, NUMBER_OF -> List.of();
    };
  }

  private List<String> others() {
    return switch (this) {
      case FIRST_CONTACT_SINCE -> List.of();
      case FIRST_TRIP -> List.of("country", "office");
      case MET_ON -> List.of("meeting");
      case STATE_ON -> List.of("aspect");
      case HELD_OFFICE_ON -> List.of("party");
      case NUMBER_OF -> List.of("where", "from", "to");
    };
  }

  boolean takes(String field) {
    return Stream.of(needed(), either(), others()).anyMatch(fields -> fields.contains(field));
  }
}
