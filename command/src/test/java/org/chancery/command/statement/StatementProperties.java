package org.chancery.command.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Speaker.UnnamedSpeaker;
import org.chancery.shared.statement.StatementCommand;
import org.chancery.shared.statement.StatementCommand.RecordStatement;
import org.chancery.shared.statement.StatementCommand.WithdrawStatement;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementId;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class StatementProperties {
  private static final StatementId ID = new StatementId("briefing");

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<StatementCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<StatementCommand> commands, @ForAll Random random) {
    List<StatementEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(StatementEvent[]::new));
  }

  private static Fold<StatementHistory, StatementCommand, StatementEvent> nothing() {
    return new Fold<>(StatementHistory.NONE, StatementHistory::decide, StatementHistory::evolve);
  }

  @Provide
  Arbitrary<List<StatementCommand>> commands() {
    return Arbitraries.oneOf(
            Dates.any().map(StatementProperties::say),
            Dates.any().map(on -> new WithdrawStatement(ID, on, "misunderstood")))
        .list()
        .ofMaxSize(8);
  }

  private static StatementCommand say(EdtfDate on) {
    return new RecordStatement(
        ID,
        new UnnamedSpeaker("officials", RUSSIA),
        AttributionTerms.ON_BACKGROUND,
        on,
        List.of(),
        List.of(),
        null,
        "it is too early",
        null);
  }
}
