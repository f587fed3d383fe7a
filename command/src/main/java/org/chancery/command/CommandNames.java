package org.chancery.command;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.trip.TripCommand;

/** The commands by their names: whatever the concepts' sealed hierarchies hold. */
public final class CommandNames {
  private static final List<Class<? extends LedgerCommand>> CONCEPTS =
      List.of(
          PartyCommand.class,
          OfficialCommand.class,
          TripCommand.class,
          MeetingCommand.class,
          CooperationCommand.class,
          RelationshipCommand.class,
          EntryCommand.class);

  private static final Map<String, Class<? extends LedgerCommand>> BY_NAME = new TreeMap<>();

  static {
    CONCEPTS.stream()
        .flatMap(concept -> Arrays.stream(concept.getPermittedSubclasses()))
        .forEach(type -> BY_NAME.put(type.getSimpleName(), type.asSubclass(LedgerCommand.class)));
  }

  private CommandNames() {}

  public static Collection<Class<? extends LedgerCommand>> all() {
    return BY_NAME.values();
  }

  public static Optional<Class<? extends LedgerCommand>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
