package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {
  private static final PartyId PARMA = new PartyId("parma");
  private static final PartyId TEXAS = new PartyId("texas");
  private static final RelationsView HELD = RelationsView.unknown(new Pair(PARMA, TEXAS));

  private static Absence ended(PartyId party, boolean sure, EdtfDate on, long entry) {
    return new Absence(party, sure, true, on, List.of(), List.of(entry));
  }

  private static List<List<Absence>> inEitherOrder(Absence one, Absence other) {
    return List.of(List.of(one, other), List.of(other, one));
  }

  @Test
  void relationsOfTwoThatHaveCeasedEndWithTheFirst() {
    Absence first = ended(TEXAS, true, EdtfDate.parse("1845-12-29"), 2);
    Absence second = ended(PARMA, true, EdtfDate.parse("1860"), 1);

    for (List<Absence> either : inEitherOrder(first, second)) {
      RelationsView view = new Standing(HELD, either).view();

      assertThat(view.diplomaticRelations())
          .isEqualTo(new Relations(RelationsStatus.ENDED, first.on(), List.of(), List.of(2L)));
      assertThat(view.representation().since()).isEqualTo(first.on());
      assertThat(view.absences()).containsExactlyElementsOf(either);
      assertThat(view.entries()).containsExactly(1L, 2L);
    }
  }

  @Test
  void theDayOfTheEndIsOpenWhereTheOtherMayHaveCeasedBefore() {
    Absence perhaps = ended(PARMA, false, EdtfDate.parse("18XX"), 1);
    Absence sure = ended(TEXAS, true, EdtfDate.parse("1845-12-29"), 2);

    for (List<Absence> either : inEitherOrder(perhaps, sure)) {
      RelationsView view = new Standing(HELD, either).view();

      assertThat(view.diplomaticRelations())
          .isEqualTo(new Relations(RelationsStatus.ENDED, null, List.of(), List.of(1L, 2L)));
      assertThat(view.representation().since()).isNull();
    }
  }

  private static Absence before(PartyId party, boolean sure, long entry) {
    return new Absence(party, sure, false, EdtfDate.parse("1836"), List.of(), List.of(entry));
  }

  private static RelationsView established() {
    return new RelationsView(
        HELD.parties(),
        new Relations(RelationsStatus.ESTABLISHED, EdtfDate.parse("1835"), List.of(), List.of(7L)),
        new Mission(Level.LEGATION, EdtfDate.parse("1835"), List.of(), List.of(8L)),
        List.of(),
        List.of(),
        List.of(),
        List.of(7L, 8L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void relationsOnRecordBeforeAPartyCameToBeAreInDoubt(boolean sure) {
    Absence absence = before(TEXAS, sure, 2);

    RelationsView view = new Standing(established(), List.of(absence)).view();

    assertThat(view.diplomaticRelations())
        .isEqualTo(
            new Relations(
                RelationsStatus.INDETERMINATE,
                null,
                List.of(RelationsStatus.ESTABLISHED, RelationsStatus.NONE),
                List.of(2L, 7L)));
    assertThat(view.representation())
        .isEqualTo(
            new Mission(
                Level.INDETERMINATE, null, List.of(Level.LEGATION, Level.NONE), List.of(2L, 8L)));
    assertThat(view.absences()).containsExactly(absence);
    assertThat(view.entries()).containsExactly(2L, 7L, 8L);
  }

  @Test
  void whereNothingIsRecordedAPartyThatPerhapsHadNotBegunLeavesOpenWhetherThereIsAnything() {
    Absence absence = before(TEXAS, false, 2);

    RelationsView view = new Standing(HELD, List.of(absence)).view();

    assertThat(view.diplomaticRelations().states())
        .containsExactly(RelationsStatus.UNKNOWN, RelationsStatus.NONE);
    assertThat(view.representation().between()).containsExactly(Level.UNKNOWN, Level.NONE);
    assertThat(view.absences()).containsExactly(absence);
  }

  @Test
  void thereIsNothingWithAPartyThatSurelyHadNotBegun() {
    Absence perhaps = before(PARMA, false, 1);
    Absence sure = before(TEXAS, true, 2);

    for (List<Absence> either : inEitherOrder(perhaps, sure)) {
      RelationsView view = new Standing(HELD, either).view();

      assertThat(view.diplomaticRelations().states()).containsExactly(RelationsStatus.NONE);
      assertThat(view.representation().level()).isEqualTo(Level.NONE);
      assertThat(view.absences()).containsExactlyElementsOf(either);
      assertThat(view.entries()).containsExactly(1L, 2L);
    }
  }

  @Test
  void anEndNamesTheOtherThatHadNotBegun() {
    Absence ended = ended(PARMA, true, EdtfDate.parse("1830"), 1);
    Absence before = before(TEXAS, true, 2);

    RelationsView view = new Standing(HELD, List.of(ended, before)).view();

    assertThat(view.diplomaticRelations())
        .isEqualTo(new Relations(RelationsStatus.ENDED, ended.on(), List.of(), List.of(1L)));
    assertThat(view.absences()).containsExactly(ended, before);
    assertThat(view.entries()).containsExactly(1L, 2L);
  }
}
