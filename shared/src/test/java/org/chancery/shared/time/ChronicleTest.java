package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.shared.cooperation.CooperationStep.ESTABLISHED;
import static org.chancery.shared.cooperation.CooperationStep.RESUMED;
import static org.chancery.shared.cooperation.CooperationStep.SUSPENDED;
import static org.chancery.shared.cooperation.CooperationStep.TERMINATED;

import java.util.List;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.Representation;
import org.junit.jupiter.api.Test;

class ChronicleTest {
  private final Chronicle<CooperationState, CooperationStep> none =
      Chronicle.of(new CooperationLifecycle());

  @Test
  void aStepStandsWhereItsDatePutsItWheneverItIsRecorded() {
    var chronicle =
        none.place(step(0, ESTABLISHED, "1991"))
            .place(step(1, TERMINATED, "2014-03-03"))
            .place(step(2, SUSPENDED, "1999-03-24"))
            .place(step(3, RESUMED, "2000"));

    assertThat(entries(chronicle)).containsExactly(0L, 2L, 3L, 1L);
  }

  @Test
  void ofTwoStepsOnOneDayTheOneRecordedLaterFollows() {
    var chronicle =
        none.place(step(0, ESTABLISHED, "1991"))
            .place(step(1, SUSPENDED, "2014-03-03"))
            .place(step(2, RESUMED, "2014-03-03"));

    assertThat(entries(chronicle)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void unlessOnlyTheOtherOrderIsPossible() {
    var chronicle =
        none.place(step(0, ESTABLISHED, "1991"))
            .place(step(1, TERMINATED, "2014-03"))
            .place(step(2, SUSPENDED, "2014-03-03"));

    assertThat(entries(chronicle)).containsExactly(0L, 2L, 1L);
  }

  @Test
  void aStepThatNothingPreparesIsRefusedAndNothingIsInItsWay() {
    Refusal refused = refusal(none, step(0, TERMINATED, "2014"));

    assertThat(refused.code()).isEqualTo(RefusalCode.COOPERATION_NOT_ACTIVE);
    assertThat(refused.versions()).isEmpty();
  }

  @Test
  void aStepThatALaterOneCouldNotFollowIsRefusedInItsName() {
    var suspended =
        none.place(step(0, ESTABLISHED, "1991")).place(step(1, SUSPENDED, "2014-03-03"));

    Refusal refused = refusal(suspended, step(2, TERMINATED, "2003"));

    assertThat(refused.code()).isEqualTo(RefusalCode.CONFLICTS_WITH_LATER_ENTRY);
    assertThat(refused.versions()).containsExactly(1L);
    assertThat(refused)
        .hasMessage(
            "cooperation terminated on 2003 cannot stand before"
                + " cooperation suspended on 2014-03-03");
  }

  @Test
  void aRefusalNamesTheStepThatBarsTheWayAndNotJustTheLastOne() {
    var severed =
        Chronicle.of(new RelationsLifecycle())
            .place(relations(0, new RelationsStep.Established(), "1933"))
            .place(relations(1, new RelationsStep.Severed(), "1961-01-03"))
            .place(relations(2, new RelationsStep.Recognized(), "1977"));

    Refusal refused =
        refusal(
            severed,
            relations(3, new RelationsStep.RepresentationChanged(Representation.EMBASSY), "1978"));

    assertThat(refused.code()).isEqualTo(RefusalCode.RELATIONS_SEVERED);
    assertThat(refused.versions()).containsExactly(1L);
  }

  @Test
  void whereNoStepAloneBarsTheWayTheLastOneIsNamed() {
    var active = none.place(step(0, ESTABLISHED, "1991"));

    Refusal refused = refusal(active, step(1, RESUMED, "1992"));

    assertThat(refused.code()).isEqualTo(RefusalCode.NOT_SUSPENDED);
    assertThat(refused.versions()).containsExactly(0L);
  }

  @Test
  void aForcedStepStandsWhereItsDatePutsItAndChangesNothingItCannot() {
    var chronicle =
        none.place(step(0, ESTABLISHED, "1991"))
            .place(step(1, TERMINATED, "2014"))
            .force(step(2, RESUMED, "2003"));

    assertThat(entries(chronicle)).containsExactly(0L, 2L, 1L);
    assertThat(chronicle.stretches().getLast().states())
        .containsExactly(CooperationState.TERMINATED);
  }

  @Test
  void aForcedStepBarsNothingThatItDoesNotTouch() {
    var forced = none.place(step(0, ESTABLISHED, "1991")).force(step(1, RESUMED, "2003"));

    assertThat(entries(forced.place(step(2, SUSPENDED, "2014")))).containsExactly(0L, 1L, 2L);
    assertThat(entries(forced.place(step(2, SUSPENDED, "1999")))).containsExactly(0L, 2L, 1L);
  }

  @Test
  void theStepsCannotBeChangedFromOutside() {
    var chronicle = none.place(step(0, ESTABLISHED, "1991"));

    assertThat(chronicle.steps()).isUnmodifiable();
  }

  private static Step<CooperationStep> step(long entry, CooperationStep what, String on) {
    return new Step<>(what, EdtfDate.parse(on), entry);
  }

  private static Step<RelationsStep> relations(long entry, RelationsStep what, String on) {
    return new Step<>(what, EdtfDate.parse(on), entry);
  }

  private static List<Long> entries(Chronicle<?, CooperationStep> chronicle) {
    return chronicle.steps().stream().map(Step::entry).toList();
  }

  private static <T, S> Refusal refusal(Chronicle<T, S> chronicle, Step<S> step) {
    return catchThrowableOfType(Refusal.class, () -> chronicle.place(step));
  }
}
