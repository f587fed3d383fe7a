package org.chancery.query.party;

import java.util.List;
import java.util.Set;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.ReadModel.Stretched;
import org.chancery.query.asof.Selection;
import org.chancery.query.party.PartyAnswer.Successor;
import org.springframework.stereotype.Component;

/** Finds who succeeded a party: that is registered of the successor, on whatever day. */
@Component
final class Successors {
  private static final String NAME = "succeeds";

  /** What every successor of some party has; no id reads like it. */
  static final Facet OF_ANY = new Facet(NAME, "*");

  private final ReadModel<PartyView> parties;

  Successors(ReadModel<PartyView> parties) {
    this.parties = parties;
  }

  /** What every successor of the party has. */
  static Facet of(String party) {
    return new Facet(NAME, party);
  }

  PartyAnswer with(PartyView party, AsOf asOf) {
    return answer(party, having(of(party.party().value()), asOf));
  }

  /** The same of a page of parties, by one query. */
  List<PartyAnswer> with(List<PartyView> page, AsOf asOf) {
    List<PartyView> successors = page.isEmpty() ? List.of() : having(OF_ANY, asOf);
    return page.stream().map(party -> answer(party, successors)).toList();
  }

  private List<PartyView> having(Facet facet, AsOf asOf) {
    return parties.histories(Selection.anyDay(Set.of(facet)), asOf).stream()
        .map(Stretched::view)
        .toList();
  }

  private static PartyAnswer answer(PartyView party, List<PartyView> successors) {
    return new PartyAnswer(
        party,
        successors.stream()
            .filter(after -> after.succeeds().contains(party.party()))
            .map(after -> new Successor(after.party(), after.entries()))
            .distinct()
            .toList());
  }
}
