package org.chancery.command;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What content of a type lacks that could not be read.
 *
 * @param field the field of which its record complains, or null where it is the whole
 */
record Violation(RefusalCode code, @Nullable String field, String message) {
  private static final int DEPTH = 10;

  static Violation of(Throwable failure, Type type) {
    InvalidValue invalid = invalidIn(failure, DEPTH);
    if (invalid == null) {
      return new Violation(RefusalCode.INVALID_FIELDS, null, expectation(type));
    }
    String field = invalid.field();
    return field != null && isField(type, field)
        ? new Violation(invalid.code(), field, invalid.reason())
        : new Violation(invalid.code(), null, invalid.detail());
  }

  /** A record may be part of another, which was not found at fault for what it lacks. */
  private static boolean isField(Type type, String name) {
    return type instanceof Class<?> record
        && record.isRecord()
        && Arrays.stream(record.getRecordComponents())
            .anyMatch(component -> component.getName().equals(name));
  }

  private static String expectation(Type type) {
    if (type instanceof Class<?> raw && raw.isEnum()) {
      return "must be one of "
          + Arrays.stream(raw.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
    }
    if (type instanceof ParameterizedType) {
      return "must be a list";
    }
    if (type == String.class) {
      return "must be text";
    }
    return type == boolean.class ? "must be true or false" : "is not of the form expected here";
  }

  private static @Nullable InvalidValue invalidIn(@Nullable Throwable failure, int depth) {
    if (failure == null || depth == 0) {
      return null;
    }
    return failure instanceof InvalidValue invalid
        ? invalid
        : invalidIn(failure.getCause(), depth - 1);
  }
}
