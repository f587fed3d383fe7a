package org.chancery.command.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.command.Zip;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionCommand;
import org.chancery.shared.sanction.SanctionCommand.AmendSanctions;
import org.chancery.shared.sanction.SanctionCommand.EaseSanctions;
import org.chancery.shared.sanction.SanctionCommand.ImposeSanctions;
import org.chancery.shared.sanction.SanctionCommand.LiftSanctions;
import org.chancery.shared.sanction.SanctionCommand.ReinstateSanctions;
import org.chancery.shared.sanction.SanctionCommand.SuspendSanctions;
import org.chancery.shared.sanction.SanctionCommand.ThreatenSanctions;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class SanctionProperties {
  private static final SanctionId ID = new SanctionId("us-ru-2014");
  private static final List<Measure> TRADE = List.of(Measure.TRADE);

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<SanctionCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<SanctionCommand> commands, @ForAll Random random) {
    List<SanctionEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(SanctionEvent[]::new));
  }

  @Property(tries = 300)
  void theOrderOfArrivalDoesNotMatterWhereDaysAreKnown(
      @ForAll("walks") List<SanctionCommand> walk, @ForAll Random random) {
    Fold<SanctionHistory, SanctionCommand, SanctionEvent> inOrder = nothing().submit(walk);
    List<SanctionEvent> arriving = new ArrayList<>(inOrder.entries());
    Collections.shuffle(arriving, random);

    assertThat(steps(nothing().record(arriving))).isEqualTo(steps(inOrder));
  }

  private static List<String> steps(Fold<SanctionHistory, SanctionCommand, SanctionEvent> fold) {
    return fold.state().history().chronicle().steps().stream()
        .map(step -> step.what() + " " + step.on())
        .toList();
  }

  /** Steps on days that follow each other. */
  @Provide
  Arbitrary<List<SanctionCommand>> walks() {
    return kinds()
        .list()
        .ofMaxSize(10)
        .map(kinds -> Zip.of(kinds, Dates.ascending(kinds.size()), Function::apply));
  }

  private static Arbitrary<Function<EdtfDate, SanctionCommand>> kinds() {
    return Arbitraries.of(
        on ->
            new ThreatenSanctions(
                ID, List.of(US), List.of(RUSSIA), List.of(), List.of(), on, "Crimea"),
        on ->
            new ImposeSanctions(
                ID, List.of(US), List.of(RUSSIA), List.of(), TRADE, null, on, "Crimea"),
        on -> new AmendSanctions(ID, List.of(Measure.FINANCIAL), on, "Syria"),
        on -> new EaseSanctions(ID, List.of(), on, "talks"),
        on -> new SuspendSanctions(ID, on, "talks"),
        on -> new ReinstateSanctions(ID, TRADE, on, "no talks"),
        on -> new LiftSanctions(ID, on, "settled"));
  }

  private static Fold<SanctionHistory, SanctionCommand, SanctionEvent> nothing() {
    return new Fold<>(SanctionHistory.NONE, SanctionHistory::decide, SanctionHistory::evolve);
  }

  @Provide
  Arbitrary<List<SanctionCommand>> commands() {
    return Combinators.combine(kinds(), Dates.any()).as(Function::apply).list().ofMaxSize(14);
  }
}
