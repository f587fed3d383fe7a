package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.chancery.shared.Refusal;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.Representation;

/** Small histories with dates of one to several days, against {@link BruteForce}. */
class ChronicleProperties {
  private static final RelationsLifecycle LIFECYCLE = new RelationsLifecycle();
  private static final LocalDate ORIGIN = LocalDate.of(1933, 11, 16);
  private static final int DAYS = 6;

  /** A step as it came in; forced where history was not asked. */
  record Recorded(RelationsStep what, EdtfDate on, boolean forced) {

    Step<RelationsStep> as(int entry) {
      return new Step<>(what, on, entry);
    }
  }

  @Property
  @StatisticsReport(label = "length", onFailureOnly = true)
  void aStepStandsAtTheLastPlaceThatHistoryAllowsAndIsRefusedOnlyWhereThereIsNone(
      @ForAll("placedAndForced") List<Recorded> history) {
    Chronicle<RelationsState, RelationsStep> chronicle = Chronicle.of(LIFECYCLE);
    for (Recorded recorded : history) {
      Step<RelationsStep> step = recorded.as(chronicle.steps().size());
      chronicle = recorded.forced() ? chronicle.force(step) : placedAsByBruteForce(chronicle, step);
    }
    Statistics.label("length")
        .collect(Math.min(chronicle.steps().size(), 4))
        .coverage(length -> length.check(4).percentage(p -> p > 10));
  }

  private static Chronicle<RelationsState, RelationsStep> placedAsByBruteForce(
      Chronicle<RelationsState, RelationsStep> chronicle, Step<RelationsStep> step) {
    List<List<Step<RelationsStep>>> places = BruteForce.places(LIFECYCLE, chronicle.steps(), step);
    try {
      Chronicle<RelationsState, RelationsStep> placed = chronicle.place(step);
      assertThat(places).last().isEqualTo(placed.steps());
      return placed;
    } catch (Refusal refused) {
      assertThat(places).isEmpty();
      assertThat(chronicle.steps()).extracting(Step::entry).containsAll(refused.versions());
      return chronicle;
    }
  }

  @Property
  void whatWasOnlyPlacedIsLegalFromItsFirstStepToItsLast(@ForAll("placed") List<Recorded> history) {
    List<Step<RelationsStep>> steps = chronicle(history).steps();

    assertThat(BruteForce.following(LIFECYCLE, steps)).isEqualTo(steps);
    assertThat(BruteForce.readings(steps)).isNotEmpty();
  }

  @Property
  void aStretchSaysWhatSomeReadingOfTheDatesAllows(
      @ForAll("placedAndForced") List<Recorded> history) {
    Chronicle<RelationsState, RelationsStep> chronicle = chronicle(history);
    List<List<LocalDate>> readings = BruteForce.readings(chronicle.steps());

    for (int n = -1; n <= DAYS; n++) {
      assertAllowed(ORIGIN.plusDays(n), chronicle, readings);
    }
  }

  private static void assertAllowed(
      LocalDate day,
      Chronicle<RelationsState, RelationsStep> chronicle,
      List<List<LocalDate>> readings) {
    List<Step<RelationsStep>> steps = chronicle.steps();
    IntSummaryStatistics happened =
        readings.stream()
            .mapToInt(reading -> BruteForce.happenedBy(day, reading))
            .summaryStatistics();
    assertThat(chronicle.stretches())
        .filteredOn(stretch -> !day.isBefore(stretch.from()) && day.isBefore(stretch.to()))
        .singleElement()
        .satisfies(
            stretch -> {
              assertThat(stretch.states())
                  .doesNotHaveDuplicates()
                  .hasSameElementsAs(
                      readings.stream()
                          .map(reading -> BruteForce.happenedBy(day, reading))
                          .map(count -> BruteForce.stateAfter(LIFECYCLE, steps.subList(0, count)))
                          .collect(Collectors.toSet()));
              assertThat(stretch.happened()).isEqualTo(steps.subList(0, happened.getMin()));
              assertThat(stretch.pending())
                  .isEqualTo(steps.subList(happened.getMin(), happened.getMax()));
            });
  }

  /** The chronicle of what is not refused. */
  private static Chronicle<RelationsState, RelationsStep> chronicle(List<Recorded> history) {
    Chronicle<RelationsState, RelationsStep> chronicle = Chronicle.of(LIFECYCLE);
    for (Recorded recorded : history) {
      chronicle = followedBy(chronicle, recorded);
    }
    return chronicle;
  }

  private static Chronicle<RelationsState, RelationsStep> followedBy(
      Chronicle<RelationsState, RelationsStep> chronicle, Recorded recorded) {
    Step<RelationsStep> step = recorded.as(chronicle.steps().size());
    try {
      return recorded.forced() ? chronicle.force(step) : chronicle.place(step);
    } catch (Refusal refused) {
      return chronicle;
    }
  }

  @Provide
  Arbitrary<List<Recorded>> placed() {
    return recorded(Arbitraries.just(false)).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Recorded>> placedAndForced() {
    return recorded(Arbitraries.of(false, false, false, false, true)).list().ofMaxSize(8);
  }

  private static Arbitrary<Recorded> recorded(Arbitrary<Boolean> forced) {
    return Combinators.combine(steps(), dates(), forced).as(Recorded::new);
  }

  private static Arbitrary<RelationsStep> steps() {
    return Arbitraries.of(
        new RelationsStep.Recognized(),
        new RelationsStep.Established(),
        new RelationsStep.Established(),
        new RelationsStep.RepresentationChanged(Representation.EMBASSY),
        new RelationsStep.RepresentationChanged(Representation.INTERESTS_SECTION),
        new RelationsStep.Interrupted(),
        new RelationsStep.Severed(),
        new RelationsStep.Resumed());
  }

  /** Any span of days, also such as no text could say: what holds for them holds for the rest. */
  private static Arbitrary<EdtfDate> dates() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS - 1);
    return Combinators.combine(days, days)
        .as((one, other) -> date(Math.min(one, other), Math.max(one, other)));
  }

  private static EdtfDate date(int earliest, int latest) {
    return new EdtfDate(
        "day %d to %d".formatted(earliest, latest),
        ORIGIN.plusDays(earliest),
        ORIGIN.plusDays(latest));
  }
}
