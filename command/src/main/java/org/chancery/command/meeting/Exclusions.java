package org.chancery.command.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.party.PartyId;

/** Who was left out of a meeting, each with the version that says so. */
record Exclusions(Map<PartyId, Long> versions) {
  static final Exclusions NONE = new Exclusions(Map.of());

  Exclusions with(PartyId party, long version) {
    Map<PartyId, Long> more = new HashMap<>(versions);
    more.put(party, version);
    return new Exclusions(more);
  }

  /** Fails where the party has been excluded. */
  void admit(PartyId party) {
    Long excludedBy = versions.get(party);
    if (excludedBy != null) {
      throw new Refusal(
          RefusalCode.PARTY_EXCLUDED, "%s has been excluded".formatted(party), List.of(excludedBy));
    }
  }
}
