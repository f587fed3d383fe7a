package org.chancery.command;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.entry.LedgerCommand;

/** The commands by their names: whatever the concepts' sealed hierarchies hold. */
public final class CommandNames {
  private static final Map<String, Class<? extends LedgerCommand>> BY_NAME =
      new TreeMap<>(Concept.allCommands().collect(toMap(Class::getSimpleName, identity())));

  private CommandNames() {}

  public static Collection<Class<? extends LedgerCommand>> all() {
    return BY_NAME.values();
  }

  public static Optional<Class<? extends LedgerCommand>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
