package org.chancery.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chancery.app.Verifier.Verdict;
import org.chancery.seal.LogKeys;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Exports over HTTP, checked by the one file in a process of its own. */
@Tag("slow")
class ExportTest {
  @TempDir static Path folder;
  private static Ledger ledger;
  private static Verifier verifier;
  private static String vkey;
  private static String kept;
  private static List<String> all;

  @BeforeAll
  static void tellTheLedger() throws Exception {
    ledger = Ledger.start(Map.of());
    List<Reply> answers = ledger.tellExamples();
    verifier = Verifier.in(folder);
    vkey = ledger.http().get("/api/proofs/keys").json().at("/keys/0/vkey").asString();
    awaitSeal(answers.getLast().position());
    kept = ledger.http().get("/checkpoint").expect(200).body();
    Reply later =
        ledger.http().command("RegisterOfficial", "{\"name\": \"L\u00e4ter \\n \\u0001\"}");
    awaitSeal(later.expect(201).position());
    all = export("");
  }

  @AfterAll
  static void stop() throws IOException {
    ledger.close();
  }

  private static void awaitSeal(long position) {
    ledger.http().get("/api/proofs/inclusion?position=" + position).expect(200);
  }

  private static List<String> export(String query) {
    return ledger.http().get("/api/exports" + query).expect(200).body().lines().toList();
  }

  private static Verdict check(List<String> lines, String... options) throws Exception {
    return check((String.join("\n", lines) + "\n").getBytes(UTF_8), options);
  }

  private static Verdict check(byte[] export, String... more) throws Exception {
    Path file = Files.write(folder.resolve("entries.jsonl"), export);
    List<String> options = new ArrayList<>(List.of("--key", vkey));
    options.addAll(List.of(more));
    return verifier.check(file, options.toArray(String[]::new));
  }

  private static Path keptFile() throws IOException {
    return Files.writeString(folder.resolve("kept.note"), kept);
  }

  private static List<String> with(int line, UnaryOperator<String> change) {
    List<String> changed = new ArrayList<>(all);
    changed.set(line, change.apply(all.get(line)));
    assertThat(changed).isNotEqualTo(all);
    return changed;
  }

  @Test
  void allEntriesAreVerifiedFromTheLeavesAlone() throws Exception {
    int size = all.size() - 2;
    assertThat(check(all, "--checkpoint", keptFile().toString()).verified().line())
        .contains("%d of %d entries".formatted(size, size), "none left out", "kept");
  }

  /** What a mail program did to it says nothing of the ledger. */
  @ParameterizedTest
  @ValueSource(strings = {"CRLF", "BOM", "blank", "cut", "quoted", "UTF-16"})
  void aCheckpointThatCameByMailIsNotReadableAndNotAFault(String how) throws Exception {
    byte[] mailed =
        switch (how) {
          case "CRLF" -> kept.replace("\n", "\r\n").getBytes(UTF_8);
          case "BOM" -> ("\uFEFF" + kept).getBytes(UTF_8);
          case "blank" -> (kept + "\n\n").getBytes(UTF_8);
          case "cut" -> kept.strip().getBytes(UTF_8);
          case "quoted" -> kept.replace("\u2014", "=E2=80=94").getBytes(UTF_8);
          default -> kept.getBytes(java.nio.charset.StandardCharsets.UTF_16);
        };
    Path note = Files.write(folder.resolve("mailed.note"), mailed);
    Verdict verdict = check(all, "--checkpoint", note.toString());
    assertThat(verdict.line()).startsWith("--checkpoint: not readable as it is").hasLineCount(1);
    assertThat(verdict.code()).isEqualTo(2);
  }

  @Test
  void theVerifierIsOfTheLanguageOfJdk17() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int compiled =
        javax.tools.ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-d",
                classes.toString(),
                folder.resolve("Verify.java").toString());
    assertThat(compiled).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/usr/lib/jvm/java-17-openjdk-amd64"})
  void theVerifierRunsAsItIsDownloadedOnThisJdkAndOn17(String home) throws Exception {
    Path java = Path.of(home.isEmpty() ? System.getProperty("java.home") : home, "bin", "java");
    assumeTrue(Files.exists(java), "no JDK 17 here");
    Path file =
        Files.writeString(folder.resolve("downloaded.jsonl"), String.join("\n", all) + "\n");
    verifier.checkWith(java, file, "--key", vkey).verified();
  }

  @ParameterizedTest
  @CsvSource({
    "party=XQ, /party",
    "party=US%E2%80%A6, /party",
    "party=, /party",
    "party=%20, /party",
    "official=nobody, /official",
    "official=, /official",
    "subject=, /subject",
    "subject=parties/nowhere, /subject",
    "recordedBy=, /recordedBy",
    "recordedBy=nobody, /recordedBy",
    "source=, /source",
    "name=, /name"
  })
  void whatNoEntryIsOfIsNotExportedAsIfThereWereNothingToTell(String query, String field) {
    Reply reply = ledger.http().get("/api/exports?" + query);
    reply.expect(422);
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(field);
  }

  @Test
  void theFileOfTheServerIsTheOneThatWasRun() throws Exception {
    assertThat(ledger.http().get("/verify/Verify.java").expect(200).body())
        .isEqualTo(verifier.text());
  }

  @Test
  void whatStandsInALineReadsAsTheEntryDoes() {
    JsonNode line = Http.json(all.get(1));
    JsonNode entry = ledger.http().get("/api/entries/1").json();
    assertThat(line.path("payload")).isEqualTo(entry.path("payload"));
    assertThat(line.path("sources")).isEqualTo(entry.path("sources"));
    assertThat(line.at("/leaf/id")).isEqualTo(entry.path("id"));
  }

  @Test
  void aByteThatIsChangedAnywhereIsFound() throws Exception {
    List<String> words =
        List.of(
            "\"command\":\"R", "\"hash\":\"", "\"salt\":\"", "\"digest\":\"", "\"payload\":\"{");
    for (String word : words) {
      check(with(3, line -> flip(line, line.indexOf(word) + word.length() - 1 + 3)))
          .faulty("line 4");
    }
    int view = all.get(3).lastIndexOf(",\"payload\":{");
    check(with(3, line -> flip(line, view + 20))).faulty("position 3: view");
  }

  /** Changes one bit of a letter, and leaves it one. */
  private static String flip(String line, int at) {
    char changed = (char) (line.charAt(at) ^ 1);
    return line.substring(0, at) + changed + line.substring(at + 1);
  }

  @Test
  void everyKindOfChangeToAnEntryHasItsName() throws Exception {
    check(with(5, line -> line.replaceFirst("\"recordedBy\":\"r", "\"recordedBy\":\"s")))
        .faulty("line 6, position 5: leaf");
    check(with(5, line -> line.replaceFirst("\"correlation\":\".", "\"correlation\":\"#")))
        .faulty("line 6, position 5: content");
    check(with(5, line -> line.replaceFirst("\"salt\":\".{64}\".*", "\"salt\":null}")))
        .faulty("counts");
    check(with(5, line -> line.replace("\"leaf\":{", "\"leaf\": {"))).faulty("line 6: format");
  }

  @Test
  void entriesDroppedAddedSwappedOrRepeatedAreFoundAtTheirPositions() throws Exception {
    List<String> dropped = new ArrayList<>(all);
    dropped.remove(4);
    check(dropped).faulty("line 5, position 5: order: position 4 was expected");
    List<String> repeated = new ArrayList<>(all);
    repeated.add(5, all.get(4));
    check(repeated).faulty("line 6, position 4: order: position 5 was expected");
    List<String> swapped = new ArrayList<>(all);
    Collections.swap(swapped, 4, 5);
    check(swapped).faulty("line 5, position 5: order");
    List<String> added = new ArrayList<>(all);
    int next = all.size() - 1;
    added.add(all.size() - 1, made(all.get(all.size() - 2), next));
    check(added).faulty("position %d: leaf".formatted(next));
  }

  private static String made(String line, long position) {
    return line.replaceFirst("\"position\":\\d+", "\"position\":" + position);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200, 3_000})
  void aTailThatIsCutIsFound(int bytes) throws Exception {
    byte[] whole = (String.join("\n", all) + "\n").getBytes(UTF_8);
    check(Arrays.copyOf(whole, whole.length - bytes)).faulty("cut");
  }

  @Test
  void aTailThatIsCutAtALineIsFound() throws Exception {
    check(all.subList(0, all.size() - 1)).faulty("cut");
    check(all.subList(0, 1)).faulty("cut");
    check(new byte[0]).faulty("cut");
    List<String> shorter = new ArrayList<>(all);
    shorter.remove(all.size() - 2);
    check(shorter).faulty("missing");
    List<String> longer = new ArrayList<>(all);
    longer.add(all.getLast());
    check(longer).faulty("more behind the last line");
  }

  @ParameterizedTest
  @CsvSource({
    "\"export\":1, \"export\":2, format",
    "\"origin\":\"chancery, \"origin\":\"chantery, origin",
    "\"filters\":{}, '\"filters\":{\"name\":\"meeting.held\"}', filter",
    "\"filters\":{}, '\"filters\":{\"of\":\"all\"}', filters",
    "\"filters\":{}, '\"filters\":{\"party\":\"russia\"}', sha256",
    "\"since\":0, \"since\":1, sha256",
    "'\"checkpoint\":\"chancery', '\"checkpoint\":\"chantery', checkpoint",
  })
  void aManifestThatIsChangedIsFound(String from, String to, String kind) throws Exception {
    check(with(0, line -> line.replace(from, to))).faulty(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "\"entries\":\\d+, \"entries\":7, counts",
    "\"first\":1, \"first\":2, counts",
    "\"last\":\\d+, \"last\":3, counts",
    "\"sha256\":\"., \"sha256\":\"x, sha256",
    "chancery-export/1, chancery-export/2, signature",
    "'\\u2014 (.*) .{12}', '\u2014 $1 AAAAAAAAAAAA', signature",
  })
  void anEndThatIsChangedIsFound(String from, String to, String kind) throws Exception {
    check(with(all.size() - 1, line -> line.replaceFirst(from, to))).faulty(kind);
  }

  @Test
  void anotherKeyDoesNotVerifyIt() throws Exception {
    String origin = vkey.substring(0, vkey.indexOf('+'));
    LogKeys other = LogKeys.open(folder.resolve("other"), origin);
    Path file = Files.writeString(folder.resolve("e.jsonl"), String.join("\n", all) + "\n");
    verifier.check(file, "--key", other.known().getFirst().toString()).faulty("not signed by");
  }

  @Test
  void whatCannotBeCheckedExitsWithTwo() throws Exception {
    Path file = folder.resolve("no-such.jsonl");
    assertThat(verifier.check(file, "--key", vkey).code()).isEqualTo(2);
    assertThat(verifier.check(file, "--key", "not-a-key").code()).isEqualTo(2);
    assertThat(verifier.check(file).code()).isEqualTo(2);
  }

  @Test
  void anExportThatIsOlderThanTheCheckpointThatWasKeptIsFound() throws Exception {
    String newest = ledger.http().get("/checkpoint").expect(200).body();
    Ledger fresh = Ledger.start(Map.of("chancery.seal.keys", ledger.data() + "/keys"));
    try (fresh) {
      fresh.http().command("RegisterOfficial", "{\"name\": \"Other\"}").expect(201);
      fresh.http().get("/api/proofs/inclusion?position=1").expect(200);
      byte[] rolledBack = fresh.http().get("/api/exports").expect(200).body().getBytes(UTF_8);
      check(rolledBack).verified(); // by its key alone it cannot be told
      Path note = Files.writeString(folder.resolve("newest.note"), newest);
      check(rolledBack, "--checkpoint", note.toString()).faulty("rolled back");
      String early = fresh.http().get("/checkpoint").expect(200).body();
      Path forked = Files.writeString(folder.resolve("forked.note"), early);
      check(all, "--checkpoint", forked.toString()).faulty("forked");
    }
  }

  @Test
  void aWitnessThatDidNotCosignIsMissed() throws Exception {
    var witness = SigningKey.generate("example.com/witness", KeyType.COSIGNATURE);
    check(all, "--witness", witness.verifier().toString()).faulty("not cosigned");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?subject=/api/meetings/bonn-2017-us-ru",
        "?party=RU",
        "?official=tillerson-rex-w",
        "?name=meeting.held",
        "?party=RU&official=tillerson-rex-w&name=meeting.held",
        "?recordedBy=recorder&to=2999-01-01T00:00:00Z",
        "?from=2999-01-01T00:00:00Z",
        "?source=cable"
      })
  void whatIsFilteredIsVerifiedAsWell(String query) throws Exception {
    List<String> filtered = export(query);
    Verdict verdict = check(filtered).verified();
    assertThat(verdict.line()).contains("filtered by");
  }

  @Test
  void aSpanIsVerifiedWithoutWhatLiesAroundIt() throws Exception {
    String third = recordedAt(3);
    String sixth = recordedAt(6);
    List<String> span = export("?from=" + third + "&to=" + sixth);
    assertThat(check(span).verified().line()).contains("3 of ");
    List<String> widened = new ArrayList<>(span);
    widened.set(0, span.getFirst().replace("\"to\":\"" + sixth, "\"to\":\"" + third));
    check(widened).faulty("position 3: filter");
  }

  private static String recordedAt(long position) {
    return ledger.http().get("/api/entries/" + position).json().path("recordedAt").asString();
  }

  @Test
  void thePartysEntriesAreThoseOnTheSubjectsThatNameIt() {
    List<String> subjects =
        export("?party=RU").stream()
            .filter(line -> line.startsWith("{\"leaf\""))
            .map(line -> Http.json(line).at("/leaf/subject").asString())
            .toList();
    assertThat(subjects).contains("parties/russia", "meetings/bonn-2017-us-ru");
    assertThat(subjects).doesNotContain("parties/germany");
    List<String> official = export("?official=tillerson-rex-w");
    assertThat(official.toString()).contains("trips/tillerson-bonn-2017");
  }

  @Test
  void anEntryThatIsLeftOutOfAFilteredExportIsFound() throws Exception {
    List<String> held = export("?subject=meetings/bonn-2017-us-ru");
    int first = (int) held.stream().takeWhile(line -> !line.startsWith("{\"leaf\"")).count();
    List<String> dropped = new ArrayList<>(held);
    dropped.remove(first);
    check(dropped).faulty("order");
    List<String> regapped = new ArrayList<>(held);
    regapped.set(1, held.get(1).replaceFirst("\"hashes\":\\[\"..", "\"hashes\":[\"AA"));
    check(regapped).faulty("root");
  }

  @Test
  void aFilteredExportLeadsToTheCheckpointThatWasKeptWhenAskedTo() throws Exception {
    long size = Long.parseLong(kept.lines().toList().get(1));
    String query = "?subject=parties/russia";
    check(export(query + "&since=" + size), "--checkpoint", keptFile().toString()).verified();
    Verifier.Verdict unasked = check(export(query), "--checkpoint", keptFile().toString());
    boolean endsWithinASubtree = size % 2 == 1; // one more leaf makes it a whole one
    if (endsWithinASubtree) {
      unasked.faulty("the kept checkpoint");
    } else {
      unasked.verified();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "{", "{\"export\":1,\"origin\":\"\\uzzzz\"", "{}\n{}\n", "\n\n\n"})
  void whatIsNoExportIsToldInOneLine(String text) throws Exception {
    check(text.getBytes(ISO_8859_1)).faulty("line 1");
  }

  @ParameterizedTest
  @CsvSource({
    "?since=-1, 422, INVALID_TREE_SIZE",
    "?since=999999999, 422, INVALID_TREE_SIZE",
    "?since=x, 400, UNREADABLE",
    "?name=gossip, 422, INVALID_FIELDS",
    "?from=yesterday, 422, INVALID_DATE"
  })
  void whatCannotBeExportedIsAProblem(String query, int status, String code) {
    ledger.http().get("/api/exports" + query).expectProblem(status, code);
  }
}
