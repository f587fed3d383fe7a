package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.app.Browsing.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that are uploaded at the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class UploadTest {
  private static final Path SOURCES = Path.of("src/test/resources/sources");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COMMANDS =
      """
      {"command":"RegisterOfficial","id":"upload-1","official":"u-1","name":"U","provenance":{"sources":[{"title":"T"}]}}
      {"command":"RegisterOfficial","id":"upload-2","official":"U 2","name":"<script>alert(1)</script>","provenance":{"sources":[{"title":"T"}]}}
      """;

  private Ledger ledger;
  private Browsing recorder;

  @BeforeAll
  void starts() throws IOException {
    ledger = Ledger.start(Map.of());
    recorder = Browsing.as(ledger.http(), ledger.token("recorder"));
  }

  @AfterAll
  void stops() throws IOException {
    ledger.close();
  }

  private Reply upload(String kind, String name, byte[] content) {
    return recorder.upload(recorder.form("/desk/imports"), Map.of("kind", kind), name, content);
  }

  /** The page of an import once it is over. */
  private String over(Reply begun) throws InterruptedException {
    String address = begun.expect(303).header("Location");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String page = recorder.get(address).expect(200).body();
      if (page.contains("data-over=\"yes\"")) {
        return page;
      }
      assertThat(page)
          .contains("<noscript><meta http-equiv=\"refresh\"")
          .contains("/room/import.js");
      Thread.sleep(50);
    }
    throw new AssertionError("the import does not end");
  }

  private static byte[] zipped(Path folder, String within) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(within + folder.relativize(file)));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static String row(String fate, int number) {
    return "<tr><th scope=\"row\">%s</th><td class=\"number\">%d</td></tr>".formatted(fate, number);
  }

  @Test
  void whatAFileHoldsIsRecordedInTheNameOfWhoUploadedItAndReported() throws Exception {
    Reply begun = upload("commands", "cables 1.ndjson", COMMANDS.getBytes(UTF_8));
    String page = over(begun);
    assertThat(page)
        .contains("It is done.")
        .contains(row("read", 2))
        .contains(row("new", 1))
        .contains(row("refused", 1))
        .contains("INVALID_ID")
        .doesNotContain("<script>alert");
    Reply report = recorder.get(begun.header("Location") + "/report").expect(200);
    assertThat(report.header("Content-Disposition")).contains("attachment");
    assertThat(report.body().lines()).hasSize(1);
    assertThat(ledger.http().get("/api/officials/u-1?minPosition=1").expect(200).body())
        .contains("U");
    assertThat(ledger.http().get("/api/entries?subject=officials/u-1").body())
        .contains("\"recordedBy\":\"recorder\"")
        .contains("import:commands:cables-1:");
    assertThat(over(upload("commands", "cables.ndjson", COMMANDS.getBytes(UTF_8))))
        .contains(row("unchanged", 1))
        .contains(row("new", 0));
    assertThat(recorder.get("/desk/imports").body()).contains(begun.header("Location"));
  }

  @Test
  void aFolderComesAsAnArchiveOfItOrOfWhatIsInIt() throws Exception {
    assertThat(over(upload("parties", "reference.zip", zipped(SOURCES.resolve("reference"), ""))))
        .contains("It is done.");
    Path travels = SOURCES.resolve("travels");
    String first = over(upload("travels", "travels.zip", zipped(travels, "a/travels/")));
    assertThat(first).contains("It is done.").doesNotContain(row("new", 0));
    assertThat(over(upload("travels", "travels.zip", zipped(travels, ""))))
        .contains("It is done.")
        .contains(row("new", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "travels,  travels.xml,   <a/>, none of the form",
    "travels,  travels.zip,   none, holds nothing",
    "commands, commands.zip,  PK,   holds nothing",
    "none,     commands.json, {},   choose what the file is"
  })
  void whatIsNoSuchSourceIsRefusedAtOnce(String kind, String name, String content, String told) {
    Reply refused = upload(kind, name, content.getBytes(UTF_8)).expect(422);
    assertThat(refused.body()).contains("Nothing was taken in.").contains(told);
  }

  @Test
  void anArchiveWritesNothingOutsideItsFolder() throws IOException {
    Path outside = Files.createTempDirectory("outside").resolve("slipped");
    for (String path : List.of("../../../../../../.." + outside, outside.toString())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry(path));
        zip.write("x".getBytes(UTF_8));
      }
      upload("all", "sources.zip", bytes.toByteArray()).expect(422);
      assertThat(outside).doesNotExist();
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] large = new byte[(64 << 20) + 1];
    assertThat(upload("commands", "large.ndjson", large).expect(413).body()).contains("64 MiB");
  }

  @Test
  void whoeverMayNotRecordImportsNothing() throws IOException {
    Form form = recorder.form("/desk/imports");
    Map<String, String> kind = Map.of("kind", "commands");
    byte[] content = COMMANDS.replace("u-1", "u-3").getBytes(UTF_8);
    recorder.upload(form.without("_csrf"), kind, "c.ndjson", content).expect(403);
    new Browsing(ledger.http()).upload(form, kind, "c.ndjson", content).expect(401);
    Browsing auditor = Browsing.as(ledger.http(), ledger.token("auditor"));
    auditor.upload(form, kind, "c.ndjson", content).expect(403);
    auditor.get("/desk/imports").expect(403);
    recorder.upload(form, kind, "c.ndjson", new byte[0]).expect(400);
    ledger.http().get("/api/officials/u-3").expect(404);
  }
}
