package org.chancery.command.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;

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
import org.chancery.command.Fold;
import org.chancery.shared.party.PartyCommand;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyCommand.RenameParty;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class PartyProperties {

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<PartyCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<PartyCommand> commands, @ForAll Random random) {
    List<PartyEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(PartyEvent[]::new));
  }

  private static Fold<PartyState, PartyCommand, PartyEvent> nothing() {
    return new Fold<>(new PartyState.Unknown(), PartyState::decide, PartyState::evolve);
  }

  @Provide
  Arbitrary<List<PartyCommand>> commands() {
    Arbitrary<PartyCommand> register =
        Arbitraries.of(PartyKind.values())
            .map(kind -> new RegisterParty(RUSSIA, "Russia", kind, List.of("RU"), null, List.of()));
    Arbitrary<PartyCommand> rename =
        Combinators.combine(
                Arbitraries.of("Russia", "Muscovy", "Russian Federation"),
                Arbitraries.of("1721", "1991-12", "1991-12-25", "199X"))
            .as((name, on) -> new RenameParty(RUSSIA, name, EdtfDate.parse(on), null));
    return Arbitraries.oneOf(register, rename).list().ofMaxSize(6);
  }
}
