package org.chancery.shared.agreement;

import java.util.Map;
import java.util.TreeMap;
import org.chancery.shared.PartyId;

/**
 * What an agreement is on a day, and what each party has done about it by then.
 *
 * @param parties by their ids; who is not among them has done nothing
 */
public record AgreementStandings(AgreementState agreement, Map<String, PartyStanding> parties) {
  static final AgreementStandings NONE = new AgreementStandings(AgreementState.NONE, Map.of());

  public PartyStanding of(PartyId party) {
    return parties.getOrDefault(party.value(), PartyStanding.NONE);
  }

  AgreementStandings with(AgreementState changed) {
    return new AgreementStandings(changed, parties);
  }

  AgreementStandings with(PartyId party, PartyStanding changed) {
    Map<String, PartyStanding> all = new TreeMap<>(parties);
    all.put(party.value(), changed);
    return new AgreementStandings(agreement, all);
  }
}
