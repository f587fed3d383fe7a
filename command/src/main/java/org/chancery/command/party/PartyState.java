package org.chancery.command.party;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.shared.Refusal;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;

/** What is known of a party, as far as it decides what may yet be recorded of it. */
sealed interface PartyState extends Decider<PartyCommand, PartyEvent, PartyState> {

  record Unknown() implements PartyState {}

  record Registered() implements PartyState {}

  @Override
  default List<PartyEvent> decide(PartyCommand command) {
    return switch (command) {
      case RegisterParty register -> List.of(register(register));
    };
  }

  @Override
  default PartyState evolve(PartyEvent event, long version) {
    return switch (event) {
      case PartyRegistered _ -> new Registered();
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
}
