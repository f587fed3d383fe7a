package org.chancery.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.seal.Seal;
import org.chancery.seal.Sealer;

/** What sealing costs those who append: the same ledger, sealed and unsealed in turns. */
final class SealBench {
  private static final double TARGET = 0.95;
  private static final int CLIENTS = 16;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final int commands;
  private int held;

  private SealBench(Ledger ledger, int commands) {
    this.ledger = ledger;
    this.commands = commands;
  }

  static Result run(ContestantDatabase.Kind kind, Path folder, Scale scale) throws Exception {
    try (ContestantDatabase place = kind.open(folder.resolve("ledger"));
        Ledger ledger = Ledger.forCommands(folder.resolve("data"), place)) {
      ledger.takeTogether(Invented.namesakes());
      SealBench bench = new SealBench(ledger, 4 * CLIENTS * scale.appends());
      return new Turns(bench::sealed)
          .with("unsealed", bench::unsealed)
          .warmUp(scale.warmUps())
          .take(scale.rounds(), scale.limit())
          .compare("append sealed, %d clients, %s".formatted(CLIENTS, kind), "unsealed", TARGET);
    }
  }

  /** What was left unsealed is sealed before the time begins. */
  private double sealed() throws Exception {
    Sealer sealer = ledger.get(Sealer.class);
    sealer.close();
    sealer.start();
    awaitSeal();
    double pace = commands();
    awaitSeal();
    return pace;
  }

  private void awaitSeal() throws InterruptedException {
    if (!ledger.get(Seal.class).await(ledger.position(), LIMIT)) {
      throw new IllegalStateException("the sealing takes too long");
    }
  }

  private double unsealed() throws Exception {
    ledger.get(Sealer.class).close();
    return commands();
  }

  private double commands() throws Exception {
    List<Meetings.Request> requests = Meetings.requests(held, held + commands);
    held += commands;
    Meetings meetings =
        new Meetings(ledger.get(CommandReader.class), ledger.get(CommandDispatcher.class));
    return MeasuredPace.of(commands, () -> Clients.share(CLIENTS, requests, meetings::hold));
  }
}
