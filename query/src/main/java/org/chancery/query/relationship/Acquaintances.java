package org.chancery.query.relationship;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.sanction.SanctionView;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.Pair;

/** Who is known to have to do with whom, apart from any relations. */
final class Acquaintances {

  private Acquaintances() {}

  /**
   * The pairs that cooperate, have contacts or sanctions of one on the other; with attributes those
   * of the party that they name.
   */
  static Set<Pair> of(Ties ties, List<CandidateMeeting> meetings, Set<FilterAttribute> parties) {
    Stream<List<PartyId>> meeting = meetings.stream().map(each -> each.meeting().parties());
    Set<Pair> pairs = new LinkedHashSet<>();
    Stream<Pair> together =
        Stream.concat(ties.cooperations().stream().map(CooperationView::parties), meeting)
            .distinct()
            .flatMap(each -> among(each).stream());
    Stream.concat(together, ties.sanctions().stream().flatMap(Acquaintances::sides))
        .filter(pair -> parties.stream().allMatch(party -> includes(pair, party)))
        .forEach(pairs::add);
    return pairs;
  }

  private static Stream<Pair> sides(SanctionView sanctions) {
    return sanctions.by().stream()
        .flatMap(one -> sanctions.against().stream().map(other -> new Pair(one, other)));
  }

  private static boolean includes(Pair pair, FilterAttribute party) {
    return pair.parties().stream().anyMatch(one -> one.value().equalsIgnoreCase(party.value()));
  }

  private static List<Pair> among(List<PartyId> together) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      for (PartyId other : together.subList(i + 1, together.size())) {
        pairs.add(new Pair(together.get(i), other));
      }
    }
    return pairs;
  }
}
