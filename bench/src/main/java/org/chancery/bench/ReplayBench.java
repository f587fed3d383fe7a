package org.chancery.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.Rebuild;
import org.chancery.readmodel.Rebuild.Tables;

/** A replay of the journal into new read models, against stock Axon and against bare upserts. */
final class ReplayBench {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String BY_ENTRY = "true order by known_from, subject, valid_from";

  private final Path folder;
  private final ContestantDatabase place;
  private final int entries;
  private int turn;
  private int head;
  private List<Rows> rows = List.of();

  private ReplayBench(Path folder, ContestantDatabase place, int entries) {
    this.folder = folder;
    this.place = place;
    this.entries = entries;
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    try (ContestantDatabase place = ContestantDatabase.Kind.H2.open(folder.resolve("ledger"))) {
      ReplayBench bench = new ReplayBench(folder, place, scale.entries());
      bench.fill();
      Turns turns =
          new Turns(bench::replay)
              .with("stock Axon", () -> bench.stock(false))
              .with("stock Axon, remembering", () -> bench.stock(true))
              .with("batched upsert", bench::upserts)
              .warmUp(scale.warmUps())
              .take(scale.rounds(), scale.limit());
      return List.of(
          turns.compare("replay", "stock Axon", 4),
          turns.compare("replay", "stock Axon, remembering", Bench.NO_TARGET),
          turns.compare("replay", "batched upsert", 0.5));
    }
  }

  private void fill() {
    try (Ledger ledger = Ledger.forCommands(folder.resolve("filled"), place)) {
      ledger.fill(entries);
      head = Math.toIntExact(ledger.position());
    }
  }

  private Ledger fresh() {
    return Ledger.idle(folder.resolve("turn-" + turn++), place);
  }

  /** Index and all. */
  private double replay() throws Exception {
    try (Ledger ledger = fresh()) {
      Rebuild rebuild = ledger.rebuild();
      double pace = MeasuredPace.of(head, () -> build(rebuild));
      rows = rows.isEmpty() ? written(ledger, rebuild) : rows;
      return pace;
    }
  }

  private void build(Rebuild rebuild) {
    rebuild.begin();
    while (rebuild.advance(head)) {
      // on to the next batch
    }
    rebuild.settle();
  }

  /** In the order in which the journal leads to them: to sort them is the ledger's work. */
  private static List<Rows> written(Ledger ledger, Rebuild rebuild) {
    List<Rows> rows = new ArrayList<>();
    for (Tables tables : rebuild.tables()) {
      rows.add(Rows.of(ledger.source("views"), tables.rebuilt(), BY_ENTRY));
    }
    return rows;
  }

  private double stock(boolean remembering) throws Exception {
    try (Ledger ledger = fresh()) {
      try (StockProcessor processor = new StockProcessor(ledger, head, remembering)) {
        return MeasuredPace.of(head, () -> processor.run(LIMIT));
      }
    }
  }

  private double upserts() throws Exception {
    try (Upserts upserts = new Upserts(folder.resolve("turn-" + turn++))) {
      return MeasuredPace.of(head, () -> upserts.write(rows));
    }
  }
}
