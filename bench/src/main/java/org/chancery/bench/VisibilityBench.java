package org.chancery.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chancery.bench.Meetings.Request;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;
import org.chancery.readmodel.ReadModels;

/**
 * How long after its acknowledgement a command is in the answers, on a ledger that does no more.
 */
final class VisibilityBench {
  private static final double VISIBLE = 20; // a second, one after the other: 50 ms each
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int WARM_UP = 300;

  private final Ledger ledger;
  private final Meetings meetings;

  private VisibilityBench(Ledger ledger) {
    this.ledger = ledger;
    this.meetings =
        new Meetings(ledger.get(CommandReader.class), ledger.get(CommandDispatcher.class));
  }

  static Result run(ContestantDatabase.Kind kind, Path folder, Scale scale) throws Exception {
    try (ContestantDatabase place = kind.open(folder.resolve("ledger"));
        Ledger ledger = Ledger.whole(folder.resolve("data"), place)) {
      ledger.takeTogether(Invented.namesakes());
      return Result.ofP99(
          "visible after its acknowledgement, p99, " + kind,
          "50 ms",
          new VisibilityBench(ledger).nanos(scale.appends()),
          VISIBLE);
    }
  }

  private List<Long> nanos(int commands) throws InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (Request request : Meetings.requests(0, WARM_UP + commands)) {
      meetings.hold(List.of(request));
      nanos.add(untilVisible());
    }
    return nanos.subList(WARM_UP, nanos.size());
  }

  private long untilVisible() throws InterruptedException {
    long acknowledged = System.nanoTime();
    if (!ledger.get(ReadModels.class).await(ledger.position(), LIMIT)) {
      throw new IllegalStateException("an entry is not visible");
    }
    return System.nanoTime() - acknowledged;
  }
}
