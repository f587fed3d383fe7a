package org.chancery.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.TestLedger;
import org.chancery.journal.Entry;
import org.chancery.journal.ImportRun;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.PartyId;

/** A ledger into which one release of the travels is taken after the other. */
final class TakenIn implements AutoCloseable {
  private static final int ALL = 1_000;
  private static final ImportRun RUN = ImportRun.of("test", "release");

  private final TestLedger ledger = new TestLedger();
  private final RecordedEntries entries = RecordedEntries.in(ledger.parts().engine());
  private final List<String> report = new ArrayList<>();
  private long before;
  private Summary summary = Summary.NONE;

  /** Takes a release in, as an import does. */
  TakenIn with(Path release) throws IOException {
    return with(new TravelReader(TravelsOnRecord.in(entries)), release);
  }

  /** Takes a file of relations in. */
  TakenIn withRelations(Path file) throws IOException {
    return with(new RelationsReader(KeptDiscrepancies.in(entries)), file);
  }

  /** Takes lists of countries and territories in. */
  TakenIn withParties(Path lists) throws IOException {
    return with(new PartyReader(PartiesOnRecord.in(entries)), lists);
  }

  /** Takes a file or folder of visits in. */
  TakenIn withVisits(Path visits) throws IOException {
    return with(new VisitReader(VisitsOnRecord.in(entries), List.of()), visits);
  }

  /** Takes a release of the chiefs of mission in. */
  TakenIn withMissions(Path directory) throws IOException {
    return with(new MissionsReader(AppointmentsOnRecord.in(entries)), directory);
  }

  /** Takes a list of presidents in. */
  TakenIn withPresidents(Path file) throws IOException {
    return with(new PresidentsReader(AppointmentsOnRecord.in(entries)), file);
  }

  /** Registers a party as a client does. */
  TakenIn registering(String party) {
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

  /** All that the latest release brought about. */
  List<Entry> all() {
    return ledger.parts().journal().after(before, ALL);
  }

  /** The same, but for what merely cites it and what follows for offices. */
  List<Entry> entered() {
    return all().stream()
        .filter(entry -> !entry.attribution().commandId().matches("(trip-corroborated|office).*"))
        .toList();
  }

  /** The days on which officials are attested in an office. */
  List<String> inOffice() {
    TravelsOnRecord known = TravelsOnRecord.in(entries).get();
    return Stream.of(Role.values())
        .flatMap(
            role ->
                known.in(role).keySet().stream()
                    .flatMap(official -> known.attested(official, role).stream()))
        .map(office -> office.event())
        .map(event -> "%s %s %s".formatted(event.official(), event.office(), event.on()))
        .toList();
  }

  List<String> names() {
    return entered().stream().map(Entry::name).toList();
  }

  /** Why it corrects and retracts. */
  List<String> reasons() {
    return entered().stream()
        .map(entry -> LedgerJson.mapper().readTree(entry.payload()).path("reason").asString(""))
        .toList();
  }

  /** Each reason in the report on the records of the latest release, and what became of them. */
  List<String> report() {
    return report.stream().filter(line -> !line.endsWith(": left open when it existed")).toList();
  }

  Summary summary() {
    return summary;
  }

  /** The stops that stand, in the order of their trips' first entries. */
  List<String> stops(Role office) {
    return TravelsOnRecord.in(entries).get().in(office).values().stream()
        .flatMap(List::stream)
        .map(TripOnRecord::trip)
        .flatMap(
            trip ->
                trip.stops().stream()
                    .map(
                        stop ->
                            "%s %s %s".formatted(trip.traveller(), stop.dates(), stop.places())))
        .toList();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
