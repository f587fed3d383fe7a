package org.chancery.shared.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_FIELDS;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.precondition.Reference;
import org.junit.jupiter.api.Test;

class PartyCommandTest {
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final PartyId SOVIET_UNION = new PartyId("soviet-union");

  @Test
  void codesAreKeptInUpperCase() {
    assertThat(withCodes("ru", " RUS ").codes()).containsExactly("RU", "RUS");
  }

  @Test
  void aCodeIsGivenOnceInWhateverCase() {
    assertInvalid(INVALID_FIELDS, () -> withCodes("RU", "ru"));
  }

  @Test
  void whatItSucceedsIsTakenToBeKnownAndItsCodesToBeFree() {
    RegisterParty command =
        new RegisterParty(
            RUSSIA, "Russia", PartyKind.STATE, List.of(), null, List.of(SOVIET_UNION));

    assertThat(command.references())
        .containsExactly(
            new Reference.Unclaimed(RUSSIA, List.of()), new Reference.Known(SOVIET_UNION));
  }

  private static RegisterParty withCodes(String... codes) {
    return new RegisterParty(RUSSIA, "Russia", PartyKind.STATE, List.of(codes), null, List.of());
  }
}
