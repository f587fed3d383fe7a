package org.chancery.query.claim;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.query.Filter;
import org.chancery.query.Parameters;
import org.chancery.query.claim.ClaimRequest.ClaimKind;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** The fields of a claim; fails as INVALID_FIELDS where one is missing, or is not of its kind. */
record ClaimFields(ClaimKind kind, ClaimRequest claim) {

  ClaimFields {
    requireOnly(claim, allowed(kind));
  }

  static ClaimKind kind(@Nullable String named) {
    ClaimKind kind = Filter.chosen("claim", named, ClaimKind.class);
    if (kind == null) {
      throw missing("claim");
    }
    return kind;
  }

  private static Set<String> allowed(ClaimKind kind) {
    return switch (kind) {
      case FIRST_CONTACT_SINCE -> Set.of("claim", "between", "meeting", "on", "since");
      case MET_ON -> Set.of("claim", "between", "meeting", "on");
      case FIRST_TRIP -> Set.of("claim", "official", "country", "office", "trip", "on");
      case STATE_ON -> Set.of("claim", "subject", "aspect", "is", "on");
      case HELD_OFFICE_ON -> Set.of("claim", "official", "office", "party", "on");
      case NUMBER_OF -> Set.of("claim", "list", "where", "from", "to", "number");
    };
  }

  private static void requireOnly(ClaimRequest claim, Set<String> allowed) {
    Filter.fail(
        RefusalCode.INVALID_FIELDS,
        Arrays.stream(ClaimRequest.class.getRecordComponents())
            .filter(field -> !allowed.contains(field.getName()))
            .filter(field -> isGiven(value(claim, field)))
            .map(field -> new Fault("/" + field.getName(), "is no field of this claim"))
            .toList());
  }

  /** A list that is left out reads as an empty one. */
  private static boolean isGiven(@Nullable Object value) {
    return value != null && !List.of().equals(value) && !Map.of().equals(value);
  }

  private static @Nullable Object value(ClaimRequest claim, RecordComponent field) {
    try {
      return field.getAccessor().invoke(claim);
    } catch (ReflectiveOperationException hidden) {
      throw new LinkageError("%s is hidden".formatted(field), hidden);
    }
  }

  /** A field that the claim must have. */
  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(field);
    }
    return value.strip();
  }

  static ProblemException missing(String field) {
    return Filter.fault(field, "is missing");
  }

  /** A date or span (EDTF). */
  static EdtfSpan span(String field, @Nullable String text) {
    String given = required(field, text);
    return Parameters.in(field, () -> EdtfSpan.parse(given));
  }

  static @Nullable EdtfSpan spanIfGiven(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : span(field, text);
  }
}
