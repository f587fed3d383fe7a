package org.chancery.command.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.command.Zip;
import org.chancery.shared.official.OfficialCommand;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class OfficialProperties {

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<OfficialCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<OfficialCommand> commands, @ForAll Random random) {
    List<OfficialEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(OfficialEvent[]::new));
  }

  @Property(tries = 300)
  void theOrderOfArrivalDoesNotMatterWhereDaysAreKnown(
      @ForAll("walks") List<OfficialCommand> walk, @ForAll Random random) {
    Fold<OfficialState, OfficialCommand, OfficialEvent> inOrder = nothing().submit(walk);
    List<OfficialEvent> arriving = new ArrayList<>(inOrder.entries());
    Collections.shuffle(arriving, random);

    assertThat(steps(nothing().record(arriving))).isEqualTo(steps(inOrder));
  }

  private static List<String> steps(Fold<OfficialState, OfficialCommand, OfficialEvent> fold) {
    return Stream.of(fold.state())
        .filter(OfficialState.Registered.class::isInstance)
        .map(OfficialState.Registered.class::cast)
        .flatMap(known -> known.career().offices().values().stream())
        .flatMap(office -> office.chronicle().steps().stream())
        .map(step -> step.what() + " " + step.on())
        .toList();
  }

  /** Steps on days that follow each other. */
  @Provide
  Arbitrary<List<OfficialCommand>> walks() {
    return kinds()
        .list()
        .ofMaxSize(10)
        .map(kinds -> Zip.of(kinds, Dates.ascending(kinds.size()), Function::apply));
  }

  private static Arbitrary<Function<EdtfDate, OfficialCommand>> kinds() {
    return Arbitraries.of(
        _ -> new RegisterOfficial(TILLERSON, "Rex Tillerson"),
        on -> new AppointOfficial(TILLERSON, "Secretary", US, on),
        on -> new EndAppointment(TILLERSON, "Secretary", US, on),
        on -> new AppointOfficial(TILLERSON, "Envoy", US, on),
        on -> new EndAppointment(TILLERSON, "Envoy", US, on));
  }

  private static Fold<OfficialState, OfficialCommand, OfficialEvent> nothing() {
    return new Fold<>(new OfficialState.Unknown(), OfficialState::decide, OfficialState::evolve);
  }

  @Provide
  Arbitrary<List<OfficialCommand>> commands() {
    return Combinators.combine(kinds(), Dates.any()).as(Function::apply).list().ofMaxSize(12);
  }
}
