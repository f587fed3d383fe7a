package org.chancery.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.command.TestLedger;
import org.chancery.intake.ledger.LocalSubmitter;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.mission.AppointmentsOnRecord;
import org.chancery.intake.mission.MissionsReader;
import org.chancery.intake.mission.PresidentsReader;
import org.chancery.intake.party.PartiesOnRecord;
import org.chancery.intake.party.PartyReader;
import org.chancery.intake.relation.KeptDiscrepancies;
import org.chancery.intake.relation.RelationsReader;
import org.chancery.intake.source.SourceReader;
import org.chancery.intake.travel.TravelReader;
import org.chancery.intake.travel.TravelsOnRecord;
import org.chancery.intake.visit.VisitReader;
import org.chancery.intake.visit.VisitsOnRecord;
import org.chancery.journal.Entry;
import org.chancery.journal.ImportRun;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.PartyId;

/** A ledger into which one release of a source is taken after the other. */
public final class TakenIn implements AutoCloseable {
  private static final int ALL = 1_000;
  private static final ImportRun RUN = ImportRun.of("test", "release");

  private final TestLedger ledger = new TestLedger();
  private final RecordedEntries entries = RecordedEntries.in(ledger.parts().engine());
  private final List<String> report = new ArrayList<>();
  private long before;
  private Summary summary = Summary.NONE;

  /** Takes a release in, as an import does. */
  public TakenIn with(Path release) throws IOException {
    return with(new TravelReader(TravelsOnRecord.in(entries)), release);
  }

  /** Takes a file of relations in. */
  public TakenIn withRelations(Path file) throws IOException {
    return with(new RelationsReader(KeptDiscrepancies.in(entries)), file);
  }

  /** Takes lists of countries and territories in. */
  public TakenIn withParties(Path lists) throws IOException {
    return with(new PartyReader(PartiesOnRecord.in(entries)), lists);
  }

  /** Takes a file or folder of visits in. */
  public TakenIn withVisits(Path visits) throws IOException {
    return with(new VisitReader(VisitsOnRecord.in(entries), List.of()), visits);
  }

  /** Takes a release of the chiefs of mission in. */
  public TakenIn withMissions(Path directory) throws IOException {
    return with(new MissionsReader(AppointmentsOnRecord.in(entries)), directory);
  }

  /** Takes a list of presidents in. */
  public TakenIn withPresidents(Path file) throws IOException {
    return with(new PresidentsReader(AppointmentsOnRecord.in(entries)), file);
  }

  /** Registers a party as a client does. */
  public TakenIn registering(String party) {
    ledger.register(new PartyId(party));
    return this;
  }

  private TakenIn with(SourceReader reader, Path release) throws IOException {
    before = ledger.position();
    report.clear();
    summary =
        new Intake(
                (origin, outcome, reasons) ->
                    reasons.forEach(
                        reason -> report.add("%s %s: %s".formatted(origin, outcome, reason))),
                _ -> {},
                true)
            .take(
                reader,
                release,
                verdicts ->
                    new LocalSubmitter(
                        ledger.reader(), ledger.dispatcher(), "tester", RUN, null, verdicts));
    return this;
  }

  /** What the ledger holds. */
  public RecordedEntries entries() {
    return entries;
  }

  /** All that the latest release brought about. */
  public List<Entry> all() {
    return ledger.parts().journal().after(before, ALL);
  }

  /** The same, but for what merely cites it and what follows for offices. */
  public List<Entry> entered() {
    return all().stream()
        .filter(entry -> !entry.attribution().commandId().matches("(trip-corroborated|office).*"))
        .toList();
  }

  public List<String> names() {
    return entered().stream().map(Entry::name).toList();
  }

  /** Why it corrects and retracts. */
  public List<String> reasons() {
    return entered().stream()
        .map(entry -> LedgerJson.mapper().readTree(entry.payload()).path("reason").asString(""))
        .toList();
  }

  /** Each reason in the report on the records of the latest release, and what became of them. */
  public List<String> report() {
    return report.stream().filter(line -> !line.endsWith(": left open when it existed")).toList();
  }

  public Summary summary() {
    return summary;
  }

  @Override
  public void close() {
    ledger.close();
  }
}
