package org.chancery.app.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Collectors;

/** What schemas are called: {@code Page<MeetingView>} is a MeetingViewPage. */
final class SchemaNames {

  private SchemaNames() {}

  static String of(JavaType type) {
    return type.getBindings().getTypeParameters().stream()
        .map(SchemaNames::of)
        .collect(Collectors.joining("", "", plain(type.getRawClass())));
  }

  /** What is nested in a record is called after both: other views have segments too. */
  private static String plain(Class<?> type) {
    Schema given = type.getAnnotation(Schema.class);
    if (given != null && !given.name().isEmpty()) {
      return given.name();
    }
    Class<?> outer = type.getEnclosingClass();
    return outer != null && outer.isRecord()
        ? plain(outer) + type.getSimpleName()
        : type.getSimpleName();
  }
}
