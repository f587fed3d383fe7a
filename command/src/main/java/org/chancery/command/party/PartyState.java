package org.chancery.command.party;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.Refusal;
import org.chancery.shared.party.NameLifecycle;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyCommand.AddVariantNames;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyEvent.PartyRenamed;
import org.chancery.shared.party.PartyEvent.VariantNamesAdded;

/** What is known of a party, as far as it decides what may yet be recorded of it. */
sealed interface PartyState extends Decider<PartyCommand, PartyEvent, PartyState> {

  record Unknown() implements PartyState {}

  record Registered(String name, History<String, String> names) implements PartyState {}

  @Override
  default List<PartyEvent> decide(PartyCommand command) {
    return List.of(
        switch (command) {
          case RegisterParty register -> register(register);
          case RenameParty rename -> rename(rename);
          case AddVariantNames add -> add(add);
        });
  }

  @Override
  default PartyState evolve(PartyEvent event, long version) {
    return switch (event) {
      case PartyRegistered registered ->
          new Registered(registered.name(), History.of(new NameLifecycle(registered.name())));
      case PartyRenamed(var _, var name, var on, var _) ->
          switch (this) {
            case Unknown _ -> this;
            case Registered(var first, var names) ->
                new Registered(first, names.with(name, on, version));
          };
      case VariantNamesAdded _ -> this;
    };
  }

  private PartyRegistered register(RegisterParty command) {
    if (this instanceof Registered) {
      throw Refusal.alreadyExists(command.subject());
    }
    return new PartyRegistered(
        command.party(),
        command.name(),
        command.kind(),
        command.codes(),
        command.existed(),
        command.succeeds());
  }

  private PartyRenamed rename(RenameParty command) {
    switch (this) {
      case Unknown _ -> throw Refusal.unknown(command.subject());
      case Registered(var _, var names) -> names.admit(command.name(), command.on());
    }
    return new PartyRenamed(command.party(), command.name(), command.on(), command.reason());
  }

  private VariantNamesAdded add(AddVariantNames command) {
    if (this instanceof Unknown) {
      throw Refusal.unknown(command.subject());
    }
    return new VariantNamesAdded(command.party(), command.names());
  }
}
