package org.chancery.app.openapi;

import com.fasterxml.jackson.databind.JavaType;

/**
 * What schemas are called: {@code MeetingView} is a Meeting, {@code Page<MeetingView>} its page.
 */
final class SchemaNames {
  private static final String VIEW = "View";

  private SchemaNames() {}

  static String of(JavaType type) {
    String arguments = "";
    for (JavaType argument : type.getBindings().getTypeParameters()) {
      arguments += of(argument);
    }
    return arguments + plain(type.getRawClass());
  }

  /** What is nested in a record is called after both: other views have segments too. */
  private static String plain(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String name = type.getSimpleName().replaceFirst(VIEW + "$", "");
    return outer != null && outer.isRecord() ? plain(outer) + name : name;
  }
}
