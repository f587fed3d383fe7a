package org.chancery.shared.relationship;

import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;

/** Two different parties in no order; kept in the order of their ids, so that each pair is one. */
public record Pair(PartyId first, PartyId second) {

  public Pair {
    int order = first.value().compareTo(second.value());
    if (order == 0) {
      throw alone(null, first);
    }
    if (order > 0) {
      PartyId swapped = first;
      first = second;
      second = swapped;
    }
  }

  /** Fails as TOO_FEW_PARTIES or INVALID_FIELDS where there are not two. */
  public static Pair of(List<PartyId> parties) {
    if (parties.size() < 2) {
      throw new InvalidValue(
          RefusalCode.TOO_FEW_PARTIES, "parties", "a relationship is between two");
    }
    if (parties.size() > 2) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, "parties", "name exactly two");
    }
    if (parties.getFirst().equals(parties.getLast())) {
      throw alone("parties", parties.getFirst());
    }
    return new Pair(parties.getFirst(), parties.getLast());
  }

  /** A refusal that points at the field by which it is named. */
  static InvalidValue alone(@Nullable String field, PartyId party) {
    return new InvalidValue(
        RefusalCode.SELF_RELATION, field, "%s has no relations with itself".formatted(party));
  }

  public Subject subject() {
    return new Subject(RelationshipEvent.CONCEPT, first + "/" + second);
  }

  public List<PartyId> parties() {
    return List.of(first, second);
  }
}
