package org.chancery.bench;

import java.nio.file.Path;
import java.util.List;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;

/** Commands, each durable before its client's next one, against bare inserts of the same rows. */
final class AppendBench {
  private final int clients;
  private final int commands;
  private final Ledger ledger;
  private final Bare bare;
  private int held;
  private long before;

  private AppendBench(int clients, int commands, Ledger ledger, Bare bare) {
    this.clients = clients;
    this.commands = commands;
    this.ledger = ledger;
    this.bare = bare;
  }

  static Result run(
      ContestantDatabase.Kind kind, int clients, double target, Path folder, Scale scale)
      throws Exception {
    try (ContestantDatabase ours = kind.open(folder.resolve("ledger"));
        ContestantDatabase others = kind.open(folder.resolve("bare"))) {
      AppendBench bench;
      Turns turns;
      try (Ledger ledger = Ledger.forCommands(folder.resolve("data"), ours);
          Bare bare = new Bare(others, clients)) {
        ledger.takeTogether(Invented.namesakes());
        bench = new AppendBench(clients, scale.appends() * clients, ledger, bare);
        turns = bench.turns().warmUpUntilSteady(scale.limit()).take(scale.rounds(), scale.limit());
      }
      double appends = bench.held;
      return turns
          .compare("append, %d clients, %s".formatted(clients, kind), "insert", target)
          .withFsyncs(ours.fsyncs() / appends, others.fsyncs() / appends);
    }
  }

  private Turns turns() {
    return new Turns(this::commands).with("insert", this::inserts);
  }

  private double commands() throws Exception {
    before = ledger.position();
    List<Meetings.Request> requests = Meetings.requests(held, held + commands);
    held += commands;
    Meetings meetings =
        new Meetings(ledger.get(CommandReader.class), ledger.get(CommandDispatcher.class));
    return MeasuredPace.of(commands, () -> Clients.share(clients, requests, meetings::hold));
  }

  private double inserts() throws Exception {
    Rows rows = ledger.entriesAfter(before);
    return MeasuredPace.of(rows.size(), () -> bare.insertEach(rows, clients));
  }
}
