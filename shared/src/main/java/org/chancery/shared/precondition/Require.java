package org.chancery.shared.precondition;

import java.util.HashSet;
import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Checks that a value can make on itself, whatever history says. */
public final class Require {
  /** The longest text of one field, in characters; longer documents belong in the archive. */
  public static final int TEXT_LIMIT = 4_000;

  private static final int LIST_LIMIT = 500;

  private Require() {}

  /** Returns the text, stripped; it must not be blank or longer than {@link #TEXT_LIMIT}. */
  public static String text(String field, String value) {
    return text(RefusalCode.INVALID_FIELDS, field, value);
  }

  /** Returns the text, or null where none is given. */
  public static @Nullable String optionalText(String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : text(field, value);
  }

  /** Why something was done: an audit that finds no reason is no audit. */
  public static String reason(@Nullable String value) {
    return text(RefusalCode.REASON_REQUIRED, "reason", value == null ? "" : value);
  }

  /** Returns the list, unmodifiable and at most 500 long. */
  public static <T> List<T> list(String field, @Nullable List<T> values) {
    List<T> list = values == null ? List.of() : List.copyOf(values);
    if (list.size() > LIST_LIMIT) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, field, "at most %d".formatted(LIST_LIMIT));
    }
    return list;
  }

  /** Returns the list, unmodifiable; without repetitions and at most 500 long. */
  public static <T> List<T> distinct(String field, @Nullable List<T> values) {
    List<T> list = list(field, values);
    if (new HashSet<>(list).size() < list.size()) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, field, "one of them is named twice");
    }
    return list;
  }

  /** Returns the list of texts, each as {@link #text} has it and different from the others. */
  public static List<String> texts(String field, @Nullable List<String> values) {
    return distinct(field, list(field, values).stream().map(value -> text(field, value)).toList());
  }

  /** Returns the parties, at least two of them, each once: none cooperates with itself. */
  public static List<PartyId> distinctParties(List<PartyId> parties) {
    if (parties.size() < 2) {
      throw new InvalidValue(RefusalCode.TOO_FEW_PARTIES, "parties", "at least two");
    }
    if (new HashSet<>(parties).size() == 1) {
      throw new InvalidValue(
          RefusalCode.SELF_RELATION, "parties", "%s stands alone".formatted(parties.getFirst()));
    }
    return distinct("parties", parties);
  }

  /** Fails as {@link Refusal} where the span of what was held leaves one of its ends open. */
  public static void ended(String field, EdtfSpan span) {
    if (span.firstDay() == null || span.end() == null) {
      throw new Refusal(
          RefusalCode.INVALID_DATE,
          "%s: what was held has begun and ended, and '%s' leaves open when"
              .formatted(field, span));
    }
  }

  private static String text(RefusalCode code, String field, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      throw new InvalidValue(code, field, "must say something");
    }
    if (text.length() > TEXT_LIMIT) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, field, "at most %d characters".formatted(TEXT_LIMIT));
    }
    if (text.codePoints().anyMatch(Require::isUnwritable)) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, field, "no NUL and no half characters");
    }
    return text;
  }

  /** PostgreSQL keeps no NUL, and UTF-8 has no half of a surrogate pair. */
  private static boolean isUnwritable(int point) {
    return point == 0 || Character.getType(point) == Character.SURROGATE;
  }
}
