package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a caller writes into an entry begins no line of its own, wherever the entry goes. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class HostileTextTest {
  private static final String HOSTILE =
      "x\\r\\ndata: forged\\n99,forged\\nSet-Cookie: forged\\u001b[2J\\u009b1A\\u0085\\u202e\\u2028=y";
  private static final List<String> STEERING =
      List.of("\r", "\u001B", "\u009B", "\u0085", "\u202E", "\u2028");

  @TempDir Path folder = Path.of("");
  private final Ledger ledger;
  private final Http http;
  private final long position;

  HostileTextTest(Ledger ledger) {
    this.ledger = ledger;
    this.http = ledger.http();
    this.position = http.command("ScheduleMeeting", everyField("hostile")).expect(201).position();
    http.get("/api/meetings/hostile?minPosition=" + position).expect(200);
  }

  private static String everyField(String meeting) {
    return """
        {"meeting": "%s", "format": "phone", "parties": ["US", "RU"], "scheduledFor": "2032",
         "place": {"country": "DE", "locality": "H"}, "topics": ["H"],
         "provenance": {"authority": "H", "rationale": "H", "sources": [{"title": "H",
           "publisher": "H", "locator": "H", "url": "https://example.org/"}]}}
        """
        .formatted(meeting)
        .replace("\"H\"", "\"" + HOSTILE + "\"");
  }

  @Test
  void itIsOneRowOfATable() throws IOException {
    String subject = http.get("/api/entries/" + position).json().path("subject").asString();
    String table = http.get("/api/entries?format=csv&subject=" + subject).expect(200).body();
    List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(table)).getRecords();
    assertThat(rows).hasSize(2);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(rows.getFirst().size()));
    assertThat(rows.getLast().get(0)).isEqualTo(Long.toString(position));
  }

  @Test
  void itBeginsNoLineOfAnExplanation() {
    String text =
        http.get("/api/meetings/hostile/explanation", "Accept", "text/plain").expect(200).body();
    assertThat(text).contains("forged").doesNotContain(STEERING);
    assertThat(text.lines()).noneMatch(HostileTextTest::isForged);
  }

  @Test
  void itBeginsNoLineOfAStream() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Wire wire = new Wire(http.server())) {
      wire.write(
          "GET /api/entries/stream?after=%d HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .formatted(position - 1));
      wire.head();
      while (lines.size() < 20 && lines.stream().noneMatch(line -> line.contains("forged"))) {
        lines.add(wire.line());
      }
    }
    assertThat(lines)
        .anyMatch(line -> line.contains("forged"))
        .noneMatch(HostileTextTest::isForged);
    assertThat(String.join("", lines)).doesNotContain("\r", "\n");
  }

  @Test
  void itBeginsNoHeader() throws IOException {
    for (String path :
        List.of("/api/meetings/hostile", "/api/entries/" + position, "/api/x%0d%0ay")) {
      try (Wire wire = new Wire(http.server())) {
        String head =
            wire.write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path)).head();
        assertThat(head).doesNotContain("forged").doesNotContain("\ny");
      }
    }
  }

  @Test
  void itBeginsNoLineOfATerminal() throws IOException {
    Path source = folder.resolve("a\n99,forged\u001b[2J\u2028.ndjson");
    String line = everyField("hostile-too").replaceAll("\\s*\n\\s*", " ");
    String unread = "{\"command\": \"" + HOSTILE + "\"}\n{\"" + HOSTILE + "\n";
    Files.writeString(
        source,
        line.replaceFirst("\\{", "{\"command\": \"ScheduleMeeting\", ")
            + "\n{\"command\": \"PlanTrip\", \"trip\": \"%s\"}\n".formatted(HOSTILE)
            + unread);
    Path report = folder.resolve("report\n99,forged.ndjson");
    Console console =
        Console.run(
            "import",
            "commands",
            source.toString(),
            "--data",
            ledger.data().toString(),
            "--report",
            report.toString());
    String told = console.out() + console.err();
    assertThat(told).contains("refused: ").doesNotContain(STEERING);
    assertThat(told.lines()).noneMatch(HostileTextTest::isForged);
    assertThat(Files.readAllLines(report)).allMatch(each -> each.startsWith("{\"origin\":"));
  }

  @Test
  void itBeginsNoLineOfAFailureOnATerminal() {
    Console console = Console.run("import", "commands", "none\n99,forged\u001b[2J");
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).contains("forged").doesNotContain(STEERING);
  }

  private static boolean isForged(String line) {
    return line.startsWith("data: forged") || line.startsWith("99,") || line.startsWith("Set-");
  }
}
