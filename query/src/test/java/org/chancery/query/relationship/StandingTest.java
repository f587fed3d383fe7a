package org.chancery.query.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final PartyId PARMA = new PartyId("parma");
  private static final PartyId TEXAS = new PartyId("texas");
  private static final RelationsView HELD = RelationsView.unknown(new Pair(PARMA, TEXAS));

  private static Absence ended(PartyId party, boolean sure, EdtfDate on, long entry) {
    return new Absence(party, sure, true, on, List.of(), List.of(entry));
  }

  @Test
  void relationsOfTwoThatHaveCeasedEndWithTheFirst() {
    Absence first = ended(TEXAS, true, EdtfDate.parse("1845-12-29"), 2);
    Absence second = ended(PARMA, true, EdtfDate.parse("1860"), 1);

    for (List<Absence> either : List.of(List.of(first, second), List.of(second, first))) {
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

    for (List<Absence> either : List.of(List.of(perhaps, sure), List.of(sure, perhaps))) {
      RelationsView view = new Standing(HELD, either).view();

      assertThat(view.diplomaticRelations())
          .isEqualTo(new Relations(RelationsStatus.ENDED, null, List.of(), List.of(1L, 2L)));
      assertThat(view.representation().since()).isNull();
    }
  }
}
