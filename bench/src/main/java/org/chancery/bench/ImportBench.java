package org.chancery.bench;

import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.source.Draft;

/** An import of trips, against bare inserts of the same rows in batches. */
final class ImportBench {
  /** A command passes through so much code that the compiler is done after some 150,000. */
  private static final int TO_COMPILE = 3;

  private final int trips;
  private final Ledger ledger;
  private final Bare bare;
  private int imported;
  private long before;

  private ImportBench(int trips, Ledger ledger, Bare bare) {
    this.trips = trips;
    this.ledger = ledger;
    this.bare = bare;
  }

  static Result run(ContestantDatabase.Kind kind, double target, Path folder, Scale scale)
      throws Exception {
    try (ContestantDatabase ours = kind.open(folder.resolve("ledger"));
        ContestantDatabase others = kind.open(folder.resolve("bare"))) {
      ImportBench bench;
      Turns turns;
      try (Ledger ledger = Ledger.forCommands(folder.resolve("data"), ours);
          Bare bare = new Bare(others, 1)) {
        ledger.takeTogether(Invented.namesakes());
        bench = new ImportBench(scale.trips(), ledger, bare);
        turns =
            bench.turns().warmUp(TO_COMPILE * scale.warmUps()).take(scale.rounds(), scale.limit());
      }
      double entries = bench.imported;
      return turns
          .compare("import, %s".formatted(kind), "batched insert", target)
          .withFsyncs(ours.fsyncs() / entries, others.fsyncs() / entries);
    }
  }

  private Turns turns() {
    return new Turns(this::imports).with("batched insert", this::inserts);
  }

  private double imports() throws Exception {
    before = ledger.position();
    List<Draft> drafts = Invented.trips(imported, trips);
    imported += trips;
    return MeasuredPace.of(trips, () -> ledger.take(drafts));
  }

  private double inserts() throws Exception {
    Rows rows = ledger.entriesAfter(before);
    return MeasuredPace.of(rows.size(), () -> bare.insertBatches(rows));
  }
}
