package org.chancery.command;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The commands that begin the record of a subject, so they may leave its id to the server. */
public final class CreationCommands {
  private CreationCommands() {}

  /** True where a command begins the record of a subject. */
  public static boolean include(Class<?> command) {
    return CreationCommand.class.isAssignableFrom(command);
  }

  /** Gives the subject an id where the body has none and needs one. */
  static void nameSubject(
      Class<? extends LedgerCommand> type, ObjectNode body, Supplier<String> id) {
    String field = type.getRecordComponents()[0].getName();
    if (include(type) && !body.hasNonNull(field)) {
      body.put(field, id.get());
    }
  }

  /** An id that follows from the caller's key makes a retry say the same as the first try. */
  static String idFor(@Nullable String key) {
    UUID id =
        key == null
            ? UUID.randomUUID()
            : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return id.toString();
  }
}
