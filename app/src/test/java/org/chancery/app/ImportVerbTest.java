package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.app.importing.ImportReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class ImportVerbTest {
  @TempDir Path folder = Path.of("");
  private final Ledger ledger;

  ImportVerbTest(Ledger ledger) {
    this.ledger = ledger;
  }

  private static String trip(String id, String traveller) {
    return """
    {"command": "PlanTrip", "trip": "%s", "traveller": "%s", "stops": [], \
    "provenance": {"sources": [{"title": "a programme"}]}}
    """
        .formatted(id, traveller);
  }

  private Path report() {
    return folder.resolve("report.ndjson");
  }

  private Console take(String lines) throws IOException {
    return take("commands", lines);
  }

  private Console take(String format, String lines, String... more) throws IOException {
    Path source = Files.writeString(folder.resolve("lines.ndjson"), lines);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("import", format, source.toString()));
    arguments.addAll(List.of("--data", ledger.data().toString(), "--report", report().toString()));
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(String[]::new));
  }

  @Test
  void aSourceGoesIntoTheServerThatRuns() throws IOException {
    Console console = take(trip("imported-1", "tillerson-rex-w"));
    assertThat(console.out())
        .contains(
            "commands: read 1, recorded 1, unchanged 0, flagged 0, refused 0; new 1, corrected 0,"
                + " retracted 0, warnings 0 (commands)")
        .contains("report: " + report());
    assertThat(console.code()).isZero();
    assertThat(report()).isEmptyFile();
    long head = ledger.http().get("/api/journal").json().path("position").asLong();
    ledger.http().get("/api/trips/imported-1?minPosition=" + head).expect(200);
  }

  @Test
  void theSameSourceAgainChangesNothing() throws IOException {
    take(trip("imported-2", "tillerson-rex-w"));
    Console console = take(trip("imported-2", "tillerson-rex-w"));
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("read 1, recorded 0, unchanged 1");
  }

  @Test
  void whatIsRefusedIsReportedAndTheRestRecorded() throws IOException {
    Console console =
        take(trip("imported-3", "nobody") + "garbage\n" + trip("imported-4", "tillerson-rex-w"));
    assertThat(console.code()).isEqualTo(3);
    assertThat(console.out())
        .contains("read 3, recorded 1, unchanged 0, flagged 0, refused 2; new 1,");
    assertThat(report())
        .content()
        .contains("lines.ndjson, line 1", "UNKNOWN_OFFICIAL", "lines.ndjson, line 2", "UNREADABLE");
  }

  @Test
  void theLastLineNamesTheFirstRefusedRecordsAndWhereTheRestStand() throws IOException {
    String refused = trip("imported-6", "nobody");
    assertThat(take(refused + refused).out().strip().lines().toList().getLast())
        .isEqualTo("refused: lines.ndjson, line 1; lines.ndjson, line 2");
    assertThat(take(refused.repeat(5)).out().strip().lines().toList().getLast())
        .isEqualTo(
            "refused: lines.ndjson, line 1; lines.ndjson, line 2; lines.ndjson, line 3;"
                + " and 2 more in "
                + report());
  }

  @Test
  void aFileOfAnotherKindIsToldInOneLine() throws IOException {
    Console console = take("id,country\n1,cuba\n");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().strip().lines().toList())
        .singleElement()
        .asString()
        .contains("lines.ndjson: no line of it is a command in JSON");
  }

  @Test
  void theSameFactsAgainAreReportedWithTheSameDoubts() throws IOException {
    String rows =
        """
        id,country_id,country_name,kind,date,precision,circa,confidence,date_from,source_article,\
        source_timeline_no,source_head
        z-1,zembla,Zembla,relations_severed,1961-01-03,day,false,high,prose,z.xml,1,Severed.
        z-2,zembla,Zembla,relations_severed,1961-01-03,day,false,high,prose,z.xml,2,Severed.
        """;
    assertThat(take("relations", rows).out()).contains("recorded 2, unchanged 0, flagged 2");
    String first = Files.readString(report());
    assertThat(first)
        .contains("zembla is in no list of countries", "kept as a discrepancy: relations severed");
    assertThat(take("relations", rows).out()).contains("recorded 0, unchanged 2, flagged 2");
    assertThat(Files.readAllLines(report()))
        .containsExactlyInAnyOrderElementsOf(
            first.replaceAll("\"(new|registered)\"", "\"unchanged\"").lines().toList());
  }

  @Test
  void theReportsOfEarlierImportsAreKept() throws IOException {
    assertThat(
            List.of(
                ImportReport.next(folder, "travels"),
                ImportReport.next(folder, "relations"),
                ImportReport.next(folder, "travels"),
                ImportReport.next(folder, "travels")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "travels.import-report.ndjson",
            "relations.import-report.ndjson",
            "travels.2.import-report.ndjson",
            "travels.3.import-report.ndjson");
  }

  @Test
  void anImportLeavesAPointOfRecordedTimeNamedByItsSource() throws IOException {
    take(trip("imported-7", "tillerson-rex-w"));
    take("commands", trip("imported-8", "tillerson-rex-w"), "--release", "programme-2017");
    long head = ledger.http().get("/api/journal").json().path("position").asLong();
    ledger.http().get("/api/trips?limit=1&minPosition=" + head).expect(200);
    ledger.http().get("/api/trips/imported-8?knownAt=release:programme-2017").expect(200);
    ledger.http().get("/api/trips/imported-7?knownAt=release:programme-2017").expect(200);
    ledger
        .http()
        .get("/api/trips/imported-8?knownAt=release:lines")
        .expectProblem(404, "UNKNOWN_SUBJECT");
  }

  @Test
  void aNameThatNoPointCanHaveIsWrongUsage() throws IOException {
    Console console =
        take("commands", trip("imported-9", "tillerson-rex-w"), "--release", "Two words");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--release takes a name of at most 64 of a-z 0-9 . _ -");
  }

  @Test
  void aTokenThatIsNoneFails() throws IOException {
    Path source = Files.writeString(folder.resolve("l.ndjson"), trip("imported-5", "nobody"));
    Console console =
        Console.run(
            "import",
            "commands",
            source.toString(),
            "--server",
            ledger.http().server().toString(),
            "--token",
            "guess",
            "--report",
            report().toString());
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("401");
    assertThat(console.err().lines()).hasSize(1);
  }
}
