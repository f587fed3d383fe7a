package org.chancery.command.cooperation;

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
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class CooperationProperties {
  private static final CooperationId MILITARY = new CooperationId("military");

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<CooperationCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<CooperationCommand> commands, @ForAll Random random) {
    List<CooperationEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(CooperationEvent[]::new));
  }

  @Property(tries = 300)
  void theOrderOfArrivalDoesNotMatterWhereDaysAreKnown(
      @ForAll("walks") List<CooperationCommand> walk, @ForAll Random random) {
    Fold<CooperationHistory, CooperationCommand, CooperationEvent> inOrder = nothing().submit(walk);
    List<CooperationEvent> arriving = new ArrayList<>(inOrder.entries());
    Collections.shuffle(arriving, random);

    assertThat(steps(nothing().record(arriving))).isEqualTo(steps(inOrder));
  }

  private static List<String> steps(
      Fold<CooperationHistory, CooperationCommand, CooperationEvent> fold) {
    return fold.state().history().chronicle().steps().stream()
        .map(step -> step.what() + " " + step.on())
        .toList();
  }

  /** Steps on days that follow each other. */
  @Provide
  Arbitrary<List<CooperationCommand>> walks() {
    return kinds()
        .list()
        .ofMaxSize(10)
        .map(kinds -> Zip.of(kinds, Dates.ascending(kinds.size()), Function::apply));
  }

  private static Arbitrary<Function<EdtfDate, CooperationCommand>> kinds() {
    return Arbitraries.of(
        on -> new EstablishCooperation(MILITARY, List.of(US, RUSSIA), "military", on),
        on -> new SuspendCooperation(MILITARY, on, "Crimea"),
        on -> new ResumeCooperation(MILITARY, on, "talks"),
        on -> new TerminateCooperation(MILITARY, on, "Crimea"));
  }

  private static Fold<CooperationHistory, CooperationCommand, CooperationEvent> nothing() {
    return new Fold<>(
        CooperationHistory.NONE, CooperationHistory::decide, CooperationHistory::evolve);
  }

  @Provide
  Arbitrary<List<CooperationCommand>> commands() {
    return Combinators.combine(kinds(), Dates.any()).as(Function::apply).list().ofMaxSize(12);
  }
}
