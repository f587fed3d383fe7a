package org.chancery.intake.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.chancery.intake.RealData;
import org.chancery.intake.relation.RelationsReader;
import org.chancery.intake.source.Readings;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The published lists, whole. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
class RealPartiesTest {
  private static Readings lists = new Readings(List.of());

  @BeforeAll
  static void read() {
    lists = Readings.of(new PartyReader(), RealData.at("reference"));
  }

  @Test
  void everyCountryIsAPartyAndSecondIdsAreNone() {
    assertThat(lists.malformed()).isEmpty();
    assertThat(lists.commands(RegisterParty.class)).hasSize(244);
    assertThat(lists.commands(RegisterParty.class))
        .extracting(party -> party.party().value())
        .doesNotHaveDuplicates()
        .doesNotContain("turkiye", "czechia", "somoa");
  }

  @Test
  void thePartiesAreThoseThatTheOtherReadersRegister() {
    Readings relations = Readings.of(new RelationsReader(), RealData.at("us-relations.csv"));
    List<RegisterParty> listed = lists.commands(RegisterParty.class);
    for (RegisterParty other : relations.commands(RegisterParty.class)) {
      assertThat(listed)
          .filteredOn(party -> party.party().equals(other.party()))
          .as(other.party().value())
          .allMatch(party -> party.name().equals(other.name()))
          .allMatch(party -> Objects.equals(party.existed(), other.existed()))
          .allMatch(party -> party.codes().equals(other.codes()))
          .allMatch(party -> party.succeeds().containsAll(other.succeeds()));
    }
  }

  @Test
  void namesAreThoseThatTheListHasForCertain() {
    assertThat(named("germany"))
        .containsExactly("Federal Republic of Germany 1949", "Germany 1990");
    assertThat(named("united-kingdom"))
        .containsExactly(
            "Kingdom of Great Britain 1707",
            "United Kingdom of Great Britain and Ireland 1801",
            "United Kingdom 1927");
    assertThat(named("sri-lanka")).containsExactly("Ceylon 1948", "Sri Lanka 1972");
    assertThat(named("afghanistan")).doesNotContain("Durrānī Empire 1747");
    assertThat(named("russia")).isEmpty();
    assertThat(named("israel")).isEmpty();
    assertThat(lists.flags("left out that it was called")).hasSize(3);
  }

  private static List<String> named(String party) {
    return lists.commands(RenameParty.class).stream()
        .filter(renaming -> renaming.party().value().equals(party))
        .map(renaming -> "%s %s".formatted(renaming.name(), renaming.on()))
        .toList();
  }
}
