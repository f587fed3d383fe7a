package org.chancery.query.relationship;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.sanction.SanctionView;
import org.chancery.shared.relationship.Pair;

/** What parties have to do with each other on a day beside relations and contacts. */
record Ties(List<CooperationView> cooperations, List<SanctionView> sanctions) {

  /** Those between the two: in a cooperation both take part, sanctions are of one on the other. */
  Ties between(Pair pair) {
    return new Ties(
        cooperations.stream().filter(each -> each.parties().containsAll(pair.parties())).toList(),
        sanctions.stream().filter(each -> each.isBetween(pair.first(), pair.second())).toList());
  }

  Stream<Long> entries() {
    return Stream.concat(
        cooperations.stream().flatMap(each -> each.entries().stream()),
        sanctions.stream().flatMap(each -> each.entries().stream()));
  }
}
