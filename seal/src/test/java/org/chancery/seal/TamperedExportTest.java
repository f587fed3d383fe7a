package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.TestDatabase;
import org.chancery.seal.export.Export;
import org.chancery.seal.export.ExportCount;
import org.chancery.seal.export.Wanted;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody did to the database is found in an export, by the program that has no server. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Tag("slow")
class TamperedExportTest extends SealTestBase {
  private static final int ENTRIES = 600;

  TamperedExportTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void sealEntries() throws Exception {
    hold(ENTRIES);
    sealAll();
    sealer.close();
  }

  @Test
  void whatNobodyTouchedIsVerified() throws Exception {
    assertThat(verdict(Wanted.ALL)).startsWith("VERIFIED: 600 of 600 entries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update entry set payload = replace(payload, 'm', 'n') where position = 300"
            + "|position 300: content",
        "update entry set recorded_by = 'nobody' where position = 300 | position 300: leaf",
        "update entry set rationale = 'none' where position = 600 | position 600: content",
        "delete from entry where position = 300 | position 300: missing",
        "delete from entry where position > 400 | position 401: missing",
        "update entry set id = 'other' where position in (7, 8) | position 7: leaf",
        "update seal_checkpoint set note = replace(note, '600', '599') where size = 600"
            + "|line 1: checkpoint: not signed",
      })
  void whatSqlDidToTheJournalIsFound(String sql, String found) throws Exception {
    tamper(sql);
    seal = new Seal(source, () -> true);
    assertThat(verdict(Wanted.ALL)).startsWith("NOT VERIFIED: ").contains(found);
  }

  @Test
  void twoEntriesThatWereSwappedAreFound() throws Exception {
    tamper(
        "update entry set position = 100000 where position = 20",
        "update entry set position = 20 where position = 21",
        "update entry set position = 21 where position = 100000");
    assertThat(verdict(Wanted.ALL)).startsWith("NOT VERIFIED: ").contains("position 20: leaf");
  }

  @Test
  void allHashesMadeAnewWithoutTheKeyAreFound() throws Exception {
    tamper(
        "update entry set payload = replace(payload, 'm', 'n') where position = 300",
        "delete from seal_cosignature",
        "delete from seal_checkpoint",
        "delete from seal_tile",
        "delete from seal_chunk",
        "update seal set origin = null");
    LogKeys forged = LogKeys.open(folder.resolve("forged"), keys().origin());
    seal = new Seal(source, () -> true);
    sealer = new Sealer(parts, seal, forged, null, Clock.systemUTC());
    sealAll();
    assertThat(verdict(Wanted.ALL, forged)).startsWith("NOT VERIFIED: ").contains("not signed by");
  }

  /** The one who has the key can sign it, but the root that somebody kept is another. */
  @Test
  void allHashesMadeAnewWithTheKeyAreFoundByTheCheckpointThatWasKept() throws Exception {
    Path kept = folder.resolve("kept.note");
    Files.writeString(kept, seal.latest().orElseThrow().full().toString());
    tamper(
        "update entry set payload = replace(payload, 'm', 'n') where position = 300",
        "delete from seal_cosignature",
        "delete from seal_checkpoint",
        "delete from seal_tile",
        "delete from seal_chunk");
    seal = new Seal(source, () -> true);
    sealer = new Sealer(parts, seal, keys(), null, Clock.systemUTC());
    sealAll();
    assertThat(verdict(Wanted.ALL)).startsWith("VERIFIED: ");
    assertThat(verdict(Wanted.ALL, keys(), "--checkpoint", kept.toString()))
        .startsWith("NOT VERIFIED: ")
        .contains("forked");
  }

  @Test
  void anErasedContentIsToldAndStillVerified() throws Exception {
    byte[] salts = new byte[88 * Salt.BYTES];
    List<SealedEntry> chunk = seal.entries(2);
    for (int at = 1; at < chunk.size(); at++) {
      System.arraycopy(chunk.get(at).salt().bytes(), 0, salts, at * Salt.BYTES, Salt.BYTES);
    }
    String hex = HexFormat.of().formatHex(salts);
    String bytes = database == TestDatabase.H2 ? "x'%s'" : "decode('%s', 'hex')";
    tamper("update seal_chunk set salts = %s where number = 2".formatted(bytes.formatted(hex)));
    assertThat(verdict(Wanted.ALL)).startsWith("VERIFIED: ").contains("of 1 the content is erased");
  }

  @Test
  void gapsOfAnyWidthLeadToTheRoot() throws Exception {
    for (int step : new int[] {2, 3, 255, 256, 599}) {
      BitSet among = new BitSet();
      for (int position = step; position <= ENTRIES; position += step) {
        among.set(position);
      }
      var told = new TreeMap<>(Collections.singletonMap("party", "russia"));
      Wanted wanted = new Wanted(told, EntryFilter.ALL, among, 100);
      assertThat(verdict(wanted)).startsWith("VERIFIED: %d of ".formatted(among.cardinality()));
    }
  }

  @Test
  void aCheckpointThatOnlyARetiredKeySignedIsHeldAgainstAnExportOfTheNextKey() throws Exception {
    Path kept = folder.resolve("kept.note");
    Files.writeString(kept, seal.latest().orElseThrow().full().toString());
    String old = keys().known().getFirst().toString();
    String next = LogKeys.add(folder.resolve("keys"), "test.example/log").toString();
    LogKeys.retire(folder.resolve("keys"), "log-01");
    restart();
    hold(1);
    sealAll();
    Path file = export(Wanted.ALL, keys());

    assertThat(run(file, next)).startsWith("VERIFIED: 601 of 601");
    assertThat(run(file, next, "--checkpoint", kept.toString()))
        .startsWith("NOT VERIFIED: the kept checkpoint: not signed by");
    assertThat(run(file, next, "--checkpoint", kept.toString(), "--key", old))
        .startsWith("VERIFIED: 601 of 601")
        .contains("beginning with the 600 kept");
    String other = SigningKey.generate("other", KeyType.SIGNATURE).verifier().toString();
    assertThat(run(file, next, "--key", other)).contains("not all of one origin");
  }

  private String verdict(Wanted wanted) throws Exception {
    return verdict(wanted, keys());
  }

  private String verdict(Wanted wanted, LogKeys signing, String... more) throws Exception {
    return run(export(wanted, signing), keys().known().getFirst().toString(), more);
  }

  private Path export(Wanted wanted, LogKeys signing) throws Exception {
    Path file = folder.resolve("entries.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      Export export = new Export(parts.journal(), seal, signing);
      ExportCount tally = export.write(wanted, seal.latest().orElseThrow(), out, position -> {});
      assertThat(tally.last()).isLessThanOrEqualTo(parts.journal().head().position());
    }
    return file;
  }

  private String run(Path file, String vkey, String... more) throws Exception {
    List<String> command = new ArrayList<>(CompiledVerifier.command());
    command.addAll(List.of(file.toString(), "--key", vkey));
    command.addAll(List.of(more));
    Path out = folder.resolve("verdict.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }

  /** As golang.org/x/mod/sumdb/note has it: a key of which one line is false is not believed. */
  @Test
  void aFalseSignatureOfTheKeySpoilsTheCheckpoint() throws Exception {
    List<SignatureLine> lie = keys().sign("something else\n");
    assertThat(verdictWith(lie)).startsWith("NOT VERIFIED: ").contains("not signed by");
  }

  @Test
  void aNoteOfMoreSignaturesThanANoteMayHaveIsNone() throws Exception {
    SigningKey other = SigningKey.generate("other.example", KeyType.COSIGNATURE);
    String text = seal.latest().orElseThrow().note().text();
    List<SignatureLine> more = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      more.add(other.cosign(text, Instant.ofEpochSecond(n)));
    }
    assertThat(verdictWith(more.subList(0, 63))).startsWith("VERIFIED: ");
    assertThat(verdictWith(more)).startsWith("NOT VERIFIED: ").contains("note: ");
  }

  @Test
  void aFilterCannotPutAVerdictOfItsOwnOnTheTerminal() throws Exception {
    String forged =
        "x\\\"\r\n\u001b[2K\u009b1AVERIFIED: 600 of 600\u2028\u202e" + "y".repeat(5_000);
    BitSet first = new BitSet();
    first.set(1);
    var told = new TreeMap<>(Collections.singletonMap("party", forged));
    String verdict = verdict(new Wanted(told, EntryFilter.ALL, first, 100)).stripTrailing();
    assertThat(verdict)
        .startsWith("VERIFIED: 1 of 600 entries")
        .contains("party=\"x\\u{5c}\\u{22}\\u{d}\\u{a}\\u{1b}[2K\\u{9b}1AVERIFIED")
        .hasSizeLessThan(400);
    assertThat(verdict.chars()).allMatch(sign -> sign >= ' ' && sign <= '~');
  }

  private String verdictWith(List<SignatureLine> more) throws Exception {
    PublishedCheckpoint last = seal.latest().orElseThrow();
    PublishedCheckpoint signed =
        new PublishedCheckpoint(last.size(), last.note().with(more), last.issuedAt());
    Path file = folder.resolve("entries.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Export(parts.journal(), seal, keys()).write(Wanted.ALL, signed, out, position -> {});
    }
    return run(file, keys().known().getFirst().toString());
  }
}
