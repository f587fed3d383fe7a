package org.chancery.query.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.query.ExactReading;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.sanction.SanctionLifecycle;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.sanction.SanctionStep;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Step;

class SanctionFoldProperties {
  private static final SanctionId ID = new SanctionId("s");
  private static final List<PartyId> BY = List.of(new PartyId("united-states"));
  private static final List<PartyId> AGAINST = List.of(new PartyId("russia"));
  private static final List<Function<EdtfDate, SanctionEvent>> KINDS =
      List.of(
          on ->
              new SanctionsThreatened(
                  ID, BY, AGAINST, List.of(), List.of(Measure.EXPULSION), on, "why"),
          on ->
              new SanctionsImposed(
                  ID, BY, AGAINST, List.of(), List.of(Measure.TRADE), null, on, "why"),
          on -> new SanctionsAmended(ID, List.of(Measure.TRADE, Measure.FINANCIAL), on, "why"),
          on -> new SanctionsEased(ID, List.of(Measure.FINANCIAL), on, "why"),
          on -> new SanctionsSuspended(ID, on, "why"),
          on -> new SanctionsReinstated(ID, List.of(Measure.SECTORAL), on, "why"),
          on -> new SanctionsLifted(ID, on, "why"));

  @Property(tries = 500)
  void whateverDaysWereMeantTheAnswerAllowsForWhatWasSo(
      @ForAll("readings") ExactReading<SanctionEvent> reading) {
    List<Version<SanctionView>> told = versions(reading.recorded());
    List<Version<SanctionView>> meant = versions(reading.exact());
    for (LocalDate day : days(told, meant)) {
      Optional<SanctionView> was = TestHistory.on(day.toString(), meant);
      Optional<SanctionView> says = TestHistory.on(day.toString(), told);
      List<SanctionState> allowed =
          says.map(SanctionView::states).orElse(List.of(SanctionState.NONE));
      assertThat(allowed).containsAll(was.map(SanctionView::states).orElse(none()));
      List<Measure> measures = was.map(SanctionView::measures).orElse(List.of());
      assertThat(measures).containsAll(says.map(SanctionView::measures).orElse(List.of()));
      assertThat(says.map(SanctionFoldProperties::named).orElse(List.of())).containsAll(measures);
    }
  }

  @Property(tries = 500)
  void anAnswerHoldsOnEachDayOnceAndIsOpenBetweenSeveralStatesOnly(
      @ForAll("readings") ExactReading<SanctionEvent> reading) {
    List<Version<SanctionView>> told = versions(reading.recorded());
    IntStream.range(1, told.size())
        .forEach(i -> assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to()));
    told.forEach(version -> assertThat(version.view().between().size()).isNotEqualTo(1));
  }

  private static List<SanctionState> none() {
    return List.of(SanctionState.NONE);
  }

  private static List<Measure> named(SanctionView view) {
    return Stream.concat(view.measures().stream(), view.possibleMeasures().stream()).toList();
  }

  private static List<LocalDate> days(
      List<Version<SanctionView>> some, List<Version<SanctionView>> more) {
    return Stream.concat(some.stream(), more.stream())
        .map(Version::from)
        .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
        .toList();
  }

  private static List<Version<SanctionView>> versions(List<SanctionEvent> history) {
    return SanctionFold.versions(TestHistory.of(history.toArray(SanctionEvent[]::new)));
  }

  @Provide
  Arbitrary<ExactReading<SanctionEvent>> readings() {
    return ExactReading.of(KINDS, SanctionFoldProperties::order);
  }

  /** Where an amendment stands among the steps is no matter of states, nor does it order them. */
  private static List<String> order(List<SanctionEvent> history) {
    placed(history);
    return placed(
            history.stream()
                .filter(event -> SanctionStep.of(event) != SanctionStep.AMENDED)
                .toList())
        .steps()
        .stream()
        .map(step -> step.what().toString())
        .toList();
  }

  private static Chronicle<SanctionState, SanctionStep> placed(List<SanctionEvent> history) {
    Chronicle<SanctionState, SanctionStep> chronicle = Chronicle.of(new SanctionLifecycle());
    long entry = 0;
    for (SanctionEvent event : history) {
      entry++;
      chronicle = chronicle.place(new Step<>(SanctionStep.of(event), event.on(), entry));
    }
    return chronicle;
  }
}
