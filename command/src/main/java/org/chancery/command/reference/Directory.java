package org.chancery.command.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyId;

/**
 * The parties and officials of the ledger, as commands name them. Kept in memory from the journal:
 * it is small, and every command asks it.
 */
public final class Directory {
  private final Map<String, PartyRegistered> parties = new ConcurrentHashMap<>();
  private final Map<String, PartyId> codes = new ConcurrentHashMap<>();
  private final Map<OfficialId, Terms> officials = new ConcurrentHashMap<>();

  /** Takes in what was appended; to be called once it is durable. */
  public void learn(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> event : events) {
      if (event.getPayload() instanceof PartyEvent party) {
        learn(party);
      } else if (event.getPayload() instanceof OfficialEvent official) {
        officials.compute(
            official.official(),
            (id, terms) -> (terms == null ? Terms.NONE : terms).after(official));
      }
    }
  }

  private void learn(PartyEvent event) {
    switch (event) {
      case PartyRegistered registered -> {
        parties.put(registered.party().value(), registered);
        registered.codes().forEach(code -> codes.put(code, registered.party()));
      }
    }
  }

  /**
   * The id of the party that goes by this id or code, in any case; the text where there is none.
   */
  public String partyNamed(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    PartyId byCode = codes.get(text.toUpperCase(Locale.ROOT));
    return parties.containsKey(id) || byCode == null ? id : byCode.value();
  }

  Optional<PartyRegistered> party(PartyId party) {
    return Optional.ofNullable(parties.get(party.value()));
  }

  Optional<PartyId> holderOf(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  Optional<Terms> official(OfficialId official) {
    return Optional.ofNullable(officials.get(official));
  }
}
