package org.chancery.query.party;

import java.util.List;
import java.util.Set;
import org.chancery.query.party.PartyAnswer.Successor;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.springframework.stereotype.Component;

/** Finds who succeeded a party: that is registered of the successor, on whatever day. */
@Component
final class Successors {
  private static final String NAME = "succeeds";

  /** What every successor of some party has; no id reads like it. */
  static final FilterAttribute OF_ANY = new FilterAttribute(NAME, "*");

  private final ReadModel<PartyView> parties;

  Successors(ReadModel<PartyView> parties) {
    this.parties = parties;
  }

  /** What every successor of the party has. */
  static FilterAttribute of(String party) {
    return new FilterAttribute(NAME, party);
  }

  PartyAnswer with(PartyView party, AsOf asOf) {
    return answer(party, having(of(party.party().value()), asOf));
  }

  /** The same of a page of parties, by one query. */
  List<PartyAnswer> with(List<PartyView> page, AsOf asOf) {
    List<PartyView> successors = page.isEmpty() ? List.of() : having(OF_ANY, asOf);
    return page.stream().map(party -> answer(party, successors)).toList();
  }

  private List<PartyView> having(FilterAttribute attribute, AsOf asOf) {
    return parties.histories(Selection.anyDay(Set.of(attribute)), asOf).stream()
        .map(Stretched::view)
        .toList();
  }

  private static PartyAnswer answer(PartyView party, List<PartyView> successors) {
    return new PartyAnswer(
        party,
        successors.stream()
            .filter(after -> after.succeeds().contains(party.party()))
            .map(after -> new Successor(after.party(), after.registration()))
            .distinct()
            .toList());
  }
}
