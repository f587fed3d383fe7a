package org.chancery.intake.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.relationship.DiplomaticRelations.ESTABLISHED;
import static org.chancery.shared.relationship.DiplomaticRelations.SEVERED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.intake.RealData;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.Readings;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The relations of 1778 to 2024, whole, decided by their lifecycle. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
class RealRelationsTest {
  private static Readings relations = new Readings(List.of());
  private static SimulatedRelations history = new SimulatedRelations();

  @BeforeAll
  static void read() {
    relations = Readings.of(new RelationsReader(), RealData.at("us-relations.csv"));
    history = SimulatedRelations.of(relations);
  }

  @Test
  void everyFactBecomesACommand() {
    assertThat(relations.malformed()).isEmpty();
    assertThat(relations.commands(RelationshipCommand.class)).hasSize(941);
    assertThat(relations.commands(RegisterParty.class)).hasSize(229);
    assertThat(relations.facts()).allMatch(fact -> fact.flags().isEmpty());
  }

  @Test
  void noFactLiesOutsideTheTimeInWhichItsPartiesExisted() {
    Map<PartyId, EdtfSpan> existed = new HashMap<>();
    for (RegisterParty party : relations.commands(RegisterParty.class)) {
      assertThat(existed.keySet()).as(party.party().value()).containsAll(party.succeeds());
      existed.put(
          party.party(), party.existed() == null ? EdtfSpan.parse("../9998") : party.existed());
    }
    for (RelationshipCommand fact : relations.commands(RelationshipCommand.class)) {
      assertThat(fact.references())
          .allSatisfy(
              reference -> {
                if (reference instanceof Reference.Extant(var party, var when)) {
                  assertThat(existed.getOrDefault(party, when).mayTouch(when))
                      .as("%s on %s", party, when)
                      .isTrue();
                }
              });
    }
    assertThat(existed)
        .containsEntry(new PartyId("texas"), EdtfSpan.parse("1836/1845"))
        .containsEntry(new PartyId("parma"), EdtfSpan.parse("../1861"))
        .containsEntry(new PartyId("two-sicilies"), EdtfSpan.parse("../1861"));
  }

  @Test
  void thirtyFactsAreRefusedByHistoryAndKeptAsDiscrepancies() {
    assertThat(history.refused()).hasSize(30);
    history
        .refused()
        .forEach(
            (draft, refusal) -> {
              Draft kept = draft.asDiscrepancy(refusal).orElseThrow();
              assertThat(kept.key()).isEqualTo(draft.key());
              assertThat(kept.command())
                  .isInstanceOfSatisfying(
                      NoteDiscrepancy.class, note -> assertThat(note.reason()).isEqualTo(refusal));
            });
  }

  @Test
  void relationsWithCubaWereSeveredFrom1961To2015() {
    assertThat(history.relations("cuba", "1960-06-01")).containsExactly(ESTABLISHED);
    assertThat(history.relations("cuba", "1970-01-01")).containsExactly(SEVERED);
    assertThat(history.relations("cuba", "2016-01-01")).containsExactly(ESTABLISHED);
  }

  @Test
  void aResumptionDatedToTheYearLeavesItsMonthsOpen() {
    assertThat(history.relations("egypt", "1973-12-31")).containsExactly(SEVERED);
    assertThat(history.relations("egypt", "1974-02-01"))
        .containsExactlyInAnyOrder(SEVERED, ESTABLISHED);
    assertThat(history.relations("egypt", "1974-03-01")).containsExactly(ESTABLISHED);
  }

  @Test
  void theSameFileGivesTheSameKeysAndNoKeyTwice() {
    Readings again = Readings.of(new RelationsReader(), RealData.at("us-relations.csv"));
    assertThat(again.keys()).isEqualTo(relations.keys());
    assertThat(relations.keys())
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[A-Za-z0-9:._/-]{1,128}"));
  }
}
