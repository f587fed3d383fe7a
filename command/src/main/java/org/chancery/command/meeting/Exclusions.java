package org.chancery.command.meeting;

import static org.chancery.shared.RefusalCode.PARTY_EXCLUDED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Reference.NotServing;
import org.chancery.shared.time.EdtfSpan;

/** Who was left out of a meeting, each with the version that says so. */
record Exclusions(Map<PartyId, Long> versions) {
  static final Exclusions NONE = new Exclusions(Map.of());

  Exclusions with(PartyId party, long version) {
    Map<PartyId, Long> more = new HashMap<>(versions);
    more.put(party, version);
    return new Exclusions(more);
  }

  /** Nobody among the officials serves a party that was left out. */
  List<Reference> takenFor(List<OfficialId> officials, EdtfSpan when) {
    return versions.entrySet().stream()
        .flatMap(
            left ->
                NotServing.eachOf(officials, left.getKey(), when, PARTY_EXCLUDED, left.getValue())
                    .stream())
        .toList();
  }

  /** Fails where the party has been excluded. */
  void admit(PartyId party) {
    Long excludedBy = versions.get(party);
    if (excludedBy != null) {
      throw new Refusal(
          PARTY_EXCLUDED, "%s has been excluded".formatted(party), List.of(excludedBy));
    }
  }
}
