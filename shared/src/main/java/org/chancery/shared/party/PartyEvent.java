package org.chancery.shared.party;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What became of a party. */
public sealed interface PartyEvent extends LedgerEvent {
  String CONCEPT = "parties";

  @Override
  PartyCommand command();

  PartyId party();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, party().value());
  }

  /** The records office entered the party, and would know its codes. */
  record PartyRegistered(
      PartyId party,
      String name,
      PartyKind kind,
      List<String> codes,
      @Nullable EdtfSpan existed,
      List<PartyId> succeeds)
      implements PartyEvent {

    @Override
    public PartyCommand command() {
      return new PartyCommand.RegisterParty(party, name, kind, codes, existed, succeeds);
    }
  }

  /** The party took another name; the party itself would know. */
  record PartyRenamed(PartyId party, String name, EdtfDate on, @Nullable String reason)
      implements PartyEvent {

    @Override
    public PartyCommand command() {
      return new PartyCommand.RenameParty(party, name, on, reason);
    }
  }

  /** Sources were found to call the party so too. */
  record VariantNamesAdded(PartyId party, List<String> names) implements PartyEvent {

    public VariantNamesAdded {
      names = List.copyOf(names);
    }

    @Override
    public PartyCommand command() {
      return new PartyCommand.AddVariantNames(party, names);
    }
  }
}
