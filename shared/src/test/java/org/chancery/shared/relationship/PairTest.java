package org.chancery.shared.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;
import static org.chancery.shared.RefusalCode.SELF_RELATION;
import static org.chancery.shared.RefusalCode.TOO_FEW_PARTIES;

import java.util.List;
import org.chancery.shared.PartyId;
import org.junit.jupiter.api.Test;

class PairTest {
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId UNITED_STATES = new PartyId("united-states");
  private static final PartyId GERMANY = new PartyId("germany");

  @Test
  void twoPartiesAreOnePairInEitherOrder() {
    Pair pair = new Pair(UNITED_STATES, RUSSIA);

    assertThat(pair).isEqualTo(new Pair(RUSSIA, UNITED_STATES));
    assertThat(pair).isEqualTo(Pair.of(List.of(UNITED_STATES, RUSSIA)));
    assertThat(pair.parties()).containsExactly(RUSSIA, UNITED_STATES);
    assertThat(pair.subject()).hasToString("relationships/russia/united-states");
  }

  @Test
  void aPartyHasNoRelationsWithItself() {
    assertInvalid(SELF_RELATION, () -> new Pair(RUSSIA, new PartyId("russia")));
    assertInvalid(SELF_RELATION, () -> Pair.of(List.of(RUSSIA, RUSSIA)));
  }

  @Test
  void aPairIsMadeOfExactlyTwo() {
    assertInvalid(TOO_FEW_PARTIES, () -> Pair.of(List.of()));
    assertInvalid(TOO_FEW_PARTIES, () -> Pair.of(List.of(RUSSIA)));
    assertInvalid(INVALID_FIELDS, () -> Pair.of(List.of(RUSSIA, UNITED_STATES, GERMANY)));
  }
}
