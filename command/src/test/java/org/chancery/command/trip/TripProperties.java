package org.chancery.command.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Fold;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripCommand.AddStop;
import org.chancery.shared.trip.TripCommand.CancelTrip;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripId;

/** Whatever is asked, in whatever order. */
class TripProperties {
  private static final TripId TRIP = new TripId("bonn");
  private static final Stop BONN = new Stop(GERMANY, null, List.of("Bonn"), span("2017"), null);

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<TripCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<TripCommand> commands, @ForAll Random random) {
    List<TripEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(TripEvent[]::new));
  }

  private static Fold<TripState, TripCommand, TripEvent> nothing() {
    return new Fold<>(new TripState.Unknown(), TripState::decide, TripState::evolve);
  }

  @Provide
  Arbitrary<List<TripCommand>> commands() {
    return Arbitraries.<TripCommand>of(
            new PlanTrip(TRIP, TILLERSON, null, null, List.of()),
            new RecordTrip(TRIP, TILLERSON, null, null, List.of()),
            new RecordTrip(TRIP, TILLERSON, null, null, List.of(BONN)),
            new AddStop(TRIP, BONN),
            new CancelTrip(TRIP, on("2017"), "illness"))
        .list()
        .ofMaxSize(12);
  }
}
