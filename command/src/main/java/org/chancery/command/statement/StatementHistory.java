package org.chancery.command.statement;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.statement.StatementCommand;
import org.chancery.shared.statement.StatementCommand.RecordStatement;
import org.chancery.shared.statement.StatementCommand.WithdrawStatement;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementEvent.StatementMade;
import org.chancery.shared.statement.StatementEvent.StatementWithdrawn;
import org.chancery.shared.statement.StatementLifecycle;
import org.chancery.shared.statement.StatementState;
import org.chancery.shared.statement.StatementStep;

/** What is known of a statement; that it is taken back is judged where its date puts it. */
record StatementHistory(History<StatementState, StatementStep> history)
    implements Decider<StatementCommand, StatementEvent, StatementHistory> {
  static final StatementHistory NONE = new StatementHistory(History.of(new StatementLifecycle()));

  @Override
  public List<StatementEvent> decide(StatementCommand command) {
    history.requireBegun(command, RefusalCode.ALREADY_EXISTS);
    StatementEvent event = wished(command);
    history.admit(StatementStep.of(event), event.on());
    return List.of(event);
  }

  @Override
  public StatementHistory evolve(StatementEvent event, long version) {
    return new StatementHistory(history.with(StatementStep.of(event), event.on(), version));
  }

  private static StatementEvent wished(StatementCommand command) {
    return switch (command) {
      case RecordStatement said ->
          new StatementMade(
              said.statement(),
              said.speaker(),
              said.attribution(),
              said.on(),
              said.about(),
              said.topics(),
              said.position(),
              said.summary(),
              said.quote(),
              said.claim());
      case WithdrawStatement(var statement, var on, var reason) ->
          new StatementWithdrawn(statement, on, reason);
    };
  }
}
