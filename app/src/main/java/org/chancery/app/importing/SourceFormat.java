package org.chancery.app.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.chancery.command.CommandReader;
import org.chancery.intake.CommandsReader;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.mission.AppointmentsOnRecord;
import org.chancery.intake.mission.MissionsReader;
import org.chancery.intake.mission.PresidentsReader;
import org.chancery.intake.party.PartiesOnRecord;
import org.chancery.intake.party.PartyReader;
import org.chancery.intake.relation.KeptDiscrepancies;
import org.chancery.intake.relation.RelationsReader;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.SourceReader;
import org.chancery.intake.travel.TravelReader;
import org.chancery.intake.travel.TravelsOnRecord;
import org.chancery.intake.visit.VisitReader;
import org.chancery.intake.visit.VisitsOnRecord;

/** The forms of sources that can be taken in. */
public enum SourceFormat {
  travels,
  relations,
  parties,
  visits,
  presidents,
  missions,
  commands,
  /** A folder that holds some of the others. */
  all;

  /** What a ledger holds before a source is taken in, read once it is asked for. */
  public record Known(
      Supplier<TravelsOnRecord> travels,
      Supplier<KeptDiscrepancies> discrepancies,
      Supplier<PartiesOnRecord> parties,
      Supplier<VisitsOnRecord> visits,
      Supplier<AppointmentsOnRecord> appointments) {
    static final Known NOTHING =
        new Known(
            TravelsOnRecord::none,
            KeptDiscrepancies::none,
            PartiesOnRecord::none,
            VisitsOnRecord::none,
            AppointmentsOnRecord::none);

    public static Known in(RecordedEntries ledger) {
      return new Known(
          TravelsOnRecord.in(ledger),
          KeptDiscrepancies.in(ledger),
          PartiesOnRecord.in(ledger),
          VisitsOnRecord.in(ledger),
          AppointmentsOnRecord.in(ledger));
    }
  }

  /** What reads a source of that form. */
  public SourceReader reader(CommandReader commands, Known ledger, List<Path> sources) {
    return switch (this) {
      case travels -> new TravelReader(ledger.travels());
      case relations -> new RelationsReader(ledger.discrepancies());
      case parties -> new PartyReader(ledger.parties());
      case visits -> new VisitReader(ledger.visits(), sources.subList(1, sources.size()));
      case presidents -> new PresidentsReader(ledger.appointments());
      case missions -> new MissionsReader(ledger.appointments());
      case commands -> new CommandsReader(commands);
      case all -> throw new IllegalStateException("a folder is taken in part by part");
    };
  }

  /** True where others wrote the source, so that what history refuses is worth keeping. */
  public boolean keepsDiscrepancies() {
    return this != commands;
  }

  /** What is counted of a source: each journey of the travels is one trip. */
  public String records() {
    return switch (this) {
      case travels -> "trips";
      case relations, parties -> "facts";
      case visits -> "visits";
      case presidents, missions -> "steps";
      case commands -> "commands";
      case all -> "records";
    };
  }

  /** How many records a source holds, read once for the bar alone. */
  public long count(CommandReader commands, List<Path> sources) throws IOException {
    AtomicLong count = new AtomicLong();
    reader(commands, Known.NOTHING, sources)
        .read(
            sources.getFirst(),
            reading -> {
              if (!(reading instanceof Draft draft && draft.registers())) {
                count.incrementAndGet();
              }
            });
    return count.get();
  }

  /** True where what is recorded may be something else anew: sources have ids of their own. */
  public boolean warns() {
    return this == commands;
  }
}
