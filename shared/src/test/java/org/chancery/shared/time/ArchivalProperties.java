package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.shared.Refusal;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;

/**
 * SubjectHistory of the length and with the dates that archives have: days, months, years, decades.
 */
class ArchivalProperties {
  private static final CooperationLifecycle LIFECYCLE = new CooperationLifecycle();

  @Property
  void aHistoryInAnyOrderIsPlacedOrRefusedAndNeverElse(
      @ForAll("histories") List<Step<CooperationStep>> history) {
    List<Step<CooperationStep>> steps = chronicle(history).steps();

    assertThat(history).containsAll(steps);
    assertThat(BruteForce.following(LIFECYCLE, steps)).isEqualTo(steps);
  }

  @Property
  void noStepNeedHappenBeforeTheOneItFollows(
      @ForAll("histories") List<Step<CooperationStep>> history) {
    LocalDate day = EdtfSpan.BEGINNING;
    for (Step<CooperationStep> step : chronicle(history).steps()) {
      day = step.on().earliest().isAfter(day) ? step.on().earliest() : day;
      assertThat(day).isBeforeOrEqualTo(step.on().latest());
    }
  }

  @Property
  void stretchesCoverAllTimeWithoutGapOrOverlap(
      @ForAll("histories") List<Step<CooperationStep>> history) {
    List<LocalDate> starts = new ArrayList<>();
    List<LocalDate> ends = new ArrayList<>();
    for (Stretch<CooperationState, CooperationStep> stretch : chronicle(history).stretches()) {
      assertThat(stretch.from()).isBefore(stretch.to());
      assertThat(stretch.states()).isNotEmpty();
      starts.add(stretch.from());
      ends.add(stretch.to());
    }
    assertThat(starts.removeFirst()).isEqualTo(EdtfSpan.BEGINNING);
    assertThat(ends.removeLast()).isEqualTo(EdtfSpan.END);
    assertThat(starts).isEqualTo(ends);
  }

  private static Chronicle<CooperationState, CooperationStep> chronicle(
      List<Step<CooperationStep>> history) {
    Chronicle<CooperationState, CooperationStep> chronicle = Chronicle.of(LIFECYCLE);
    for (Step<CooperationStep> step : history) {
      chronicle = placed(chronicle, step);
    }
    return chronicle;
  }

  private static Chronicle<CooperationState, CooperationStep> placed(
      Chronicle<CooperationState, CooperationStep> chronicle, Step<CooperationStep> step) {
    try {
      return chronicle.place(step);
    } catch (Refusal refused) {
      assertThat(refused.code().ground()).hasToString("HISTORY");
      return chronicle;
    }
  }

  /** An establishment on some vague early date, then anything in any order. */
  @Provide
  Arbitrary<List<Step<CooperationStep>>> histories() {
    Arbitrary<Step<CooperationStep>> establishments =
        Arbitraries.of("196X", "1969", "1969-07-20")
            .map(on -> new Step<>(CooperationStep.ESTABLISHED, EdtfDate.parse(on), 0));
    Arbitrary<Step<CooperationStep>> steps =
        Combinators.combine(Arbitraries.of(CooperationStep.class), dates())
            .as((what, on) -> new Step<>(what, on, 0));
    return Combinators.combine(establishments, steps.list().ofMaxSize(40))
        .as(
            (first, others) -> {
              List<Step<CooperationStep>> history = new ArrayList<>(others);
              history.addFirst(first);
              return history;
            });
  }

  private static Arbitrary<EdtfDate> dates() {
    LocalDate origin = LocalDate.of(1969, 1, 1);
    return Arbitraries.integers()
        .between(0, 4_000)
        .map(days -> origin.plusDays(days).toString())
        .flatMap(
            day ->
                Arbitraries.of(
                    day, day.substring(0, 7), day.substring(0, 4), day.substring(0, 3) + "X~"))
        .map(EdtfDate::parse);
  }
}
