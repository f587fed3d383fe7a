package org.chancery.command.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.shared.mission.MissionCommand;
import org.chancery.shared.mission.MissionCommand.AppointHeadOfMission;
import org.chancery.shared.mission.MissionCommand.EndMission;
import org.chancery.shared.mission.MissionCommand.GrantAgrement;
import org.chancery.shared.mission.MissionCommand.NominateHeadOfMission;
import org.chancery.shared.mission.MissionCommand.PresentCredentials;
import org.chancery.shared.mission.MissionCommand.RecordArrival;
import org.chancery.shared.mission.MissionCommand.RefuseAgrement;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, in whatever order. */
class MissionProperties {

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<MissionCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<MissionCommand> commands, @ForAll Random random) {
    List<MissionEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(MissionEvent[]::new));
  }

  @Provide
  Arbitrary<List<MissionCommand>> commands() {
    Arbitrary<String> name = Arbitraries.of("Kennan", "Bohlen");
    Arbitrary<@Nullable TermId> term = Arbitraries.of("1", "2").map(TermId::new).injectNull(0.6);
    return Combinators.combine(kinds(), name, term, Dates.any()).as(Kind::of).list().ofMaxSize(14);
  }

  /** A command once it is told who, in which term and when. */
  private interface Kind {
    MissionCommand of(String name, @Nullable TermId term, EdtfDate on);
  }

  private static Arbitrary<Kind> kinds() {
    return Arbitraries.of(
        (name, term, on) -> new NominateHeadOfMission(US, RUSSIA, null, name, term, null, on),
        (name, term, on) -> new GrantAgrement(US, RUSSIA, null, name, term, on),
        (name, term, on) -> new RefuseAgrement(US, RUSSIA, null, name, term, on, null),
        (name, term, on) -> new AppointHeadOfMission(US, RUSSIA, null, name, term, null, on),
        (name, term, on) -> new RecordArrival(US, RUSSIA, null, name, term, on),
        (name, term, on) -> new PresentCredentials(US, RUSSIA, null, name, term, on),
        (name, term, on) -> new EndMission(US, RUSSIA, null, name, term, on, null));
  }

  private static Fold<MissionHistory, MissionCommand, MissionEvent> nothing() {
    return new Fold<>(MissionHistory.NONE, MissionHistory::decide, MissionHistory::evolve);
  }
}
