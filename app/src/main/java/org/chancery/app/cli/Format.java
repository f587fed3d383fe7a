package org.chancery.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.command.CommandReader;
import org.chancery.intake.CommandsReader;
import org.chancery.intake.Draft;
import org.chancery.intake.KeptDiscrepancies;
import org.chancery.intake.RecordedTravels;
import org.chancery.intake.RelationsReader;
import org.chancery.intake.RemoteLedger;
import org.chancery.intake.SourceReader;
import org.chancery.intake.TravelReader;
import org.chancery.intake.TravelsOnRecord;

/** The forms of sources that can be taken in. */
enum Format {
  travels,
  relations,
  commands;

  /** What a ledger holds before a source is taken in, read once it is asked for. */
  record Known(Supplier<TravelsOnRecord> travels, Supplier<KeptDiscrepancies> discrepancies) {
    static final Known NOTHING = new Known(TravelsOnRecord::none, KeptDiscrepancies::none);

    static Known in(RemoteLedger ledger) {
      return new Known(RecordedTravels.in(ledger), KeptDiscrepancies.in(ledger));
    }

    static Known in(EventStorageEngine journal) {
      return new Known(RecordedTravels.in(journal), KeptDiscrepancies.in(journal));
    }
  }

  SourceReader reader(CommandReader commands, Known ledger) {
    return switch (this) {
      case travels -> new TravelReader(ledger.travels());
      case relations -> new RelationsReader(ledger.discrepancies());
      case commands -> new CommandsReader(commands);
    };
  }

  /** True where others wrote the source, so that what history refuses is worth keeping. */
  boolean keepsDiscrepancies() {
    return this != commands;
  }

  /** What is counted of a source: each journey of the travels is one trip. */
  String records() {
    return switch (this) {
      case travels -> "trips";
      case relations -> "facts";
      case commands -> "commands";
    };
  }

  /** How many records a source holds, read once for the bar alone. */
  long count(CommandReader commands, Path source) throws IOException {
    AtomicLong count = new AtomicLong();
    reader(commands, Known.NOTHING)
        .read(
            source,
            reading -> {
              if (!(reading instanceof Draft draft && draft.registers())) {
                count.incrementAndGet();
              }
            });
    return count.get();
  }

  /** True where what is recorded may be something else anew: sources have ids of their own. */
  boolean warns() {
    return this == commands;
  }
}
