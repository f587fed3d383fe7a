package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.app.cli.ServerLocator;
import org.chancery.command.Bulk;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.seal.Leaf;
import org.chancery.seal.LogKeys;
import org.chancery.seal.Seal;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A ledger that told the sample story, tampered with in each way behind its back. */
@Tag("slow")
class CheckVerbTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HASH = 32;

  @TempDir static Path sound;
  @TempDir Path data;
  private static long head;
  private static String checkpoint = "";
  private static byte[] forgedLeaf = new byte[0];

  @BeforeAll
  static void tell() throws Exception {
    try (ConfigurableApplicationContext server = serve(sound, Map.of())) {
      DemoVerb.tell(server.getBean(Bulk.class));
      head = sealed(server);
      server.getBean(ServerLocator.class).line();
      Seal seal = server.getBean(Seal.class);
      checkpoint = seal.latest().orElseThrow().note().toString();
      forge(server.getBean(Journal.class).at(7).orElseThrow(), seal);
    }
    Files.deleteIfExists(sound.resolve("server.url"));
  }

  /** What the seal would hold of an entry whose recorder is another. */
  private static void forge(Entry entry, Seal seal) {
    Attribution by = entry.attribution();
    Attribution other =
        new Attribution(
            by.commandId(),
            by.command(),
            by.digest(),
            "forger",
            by.authority(),
            by.rationale(),
            by.sources(),
            by.correlation(),
            by.causation());
    Entry forged =
        new Entry(
            entry.position(),
            entry.id(),
            entry.subject(),
            entry.version(),
            entry.name(),
            entry.revision(),
            entry.recordedAt(),
            entry.ordinal(),
            other,
            entry.payload());
    forgedLeaf = Leaf.hash(forged, seal.entry(7).content()).bytes();
  }

  private static ConfigurableApplicationContext serve(Path folder, Map<String, Object> settings) {
    return ServeVerb.start(folder, "127.0.0.1", 0, settings);
  }

  private static long sealed(ConfigurableApplicationContext server) throws InterruptedException {
    long last = server.getBean(Journal.class).head().position();
    assertThat(server.getBean(Seal.class).await(last, PATIENCE)).isTrue();
    return last;
  }

  private Console check(String... more) throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    return checked(more);
  }

  private Console checked(String... more) {
    String[] args =
        Stream.concat(Stream.of("check", "--data", data.toString()), Stream.of(more))
            .toArray(String[]::new);
    return Console.run(args);
  }

  private Console after(String database, String... tampering) throws IOException {
    return after(
        database, jdbc -> List.of(tampering).forEach(statement -> jdbc.sql(statement).update()));
  }

  private Console after(String database, Consumer<JdbcClient> tampering) throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    tamper(database, tampering);
    return checked();
  }

  private void tamper(String database, Consumer<JdbcClient> tampering) {
    tampering.accept(
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve(database).toAbsolutePath(), "sa", "")));
  }

  private static void assertFound(Console console, String... told) {
    assertThat(console.code()).as(console.out() + console.err()).isEqualTo(1);
    assertThat(console.out()).contains(told).doesNotContain("\tat ");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void readModelsThatAStartBeforeItsEndDidNotLayAreNoFault() throws Exception {
    FileSystemUtils.copyRecursively(sound, data);
    Files.delete(data.resolve("views.mv.db"));
    try (Connection empty =
        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("views"), "sa", "")) {
      assertThat(empty.isValid(1)).isTrue();
    }
    Console check = checked();
    assertThat(check.out()).contains("not laid yet", "sound");
    assertThat(check.code()).isZero();
  }

  @Test
  void aLedgerThatNobodyTouchedIsSound() throws IOException {
    Console console = check();
    assertThat(console.out()).isEqualTo("sound\n");
    assertThat(console.code()).isZero();
  }

  @Test
  void aLedgerIsCheckedWhileItServes() throws IOException {
    try (Ledger ledger = Ledger.start(Map.of())) {
      long position =
          ledger.http().command("RegisterOfficial", "{\"name\": \"A\"}").expect(201).position();
      ledger.http().get("/api/officials?minPosition=" + position).expect(200);
      Console console = Console.run("check", "--data", ledger.data().toString());
      assertThat(console.out()).endsWith("sound\n");
      assertThat(console.code()).isZero();
      try (Stream<Path> files = Files.list(ledger.data())) {
        assertThat(files.filter(file -> file.getFileName().toString().startsWith("copy-")))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "payload = payload || ' '",
    "authority = 'nobody'",
    "rationale = null",
    "recorded_by = 'somebody else'",
    "sources = '[]'",
    "command = 'CancelMeeting'",
    "id = 'another'",
    "name = 'meeting.held'",
    "recorded_at = timestamp with time zone '1971-01-01 00:00:00+00:00'"
  })
  void anEntryThatWasChangedIsNamed(String change) throws IOException {
    assertFound(
        after(
            "journal",
            "update entry set "
                + change
                + " where position = (select max(position) from entry"
                + " where rationale is not null)"),
        ": leaf: is not the entry that was sealed");
  }

  @Test
  void anEntryThatWasDeletedIsNamed() throws IOException {
    assertFound(
        after("journal", "delete from entry where position = 7"),
        "position 7: position: there is no entry");
  }

  @Test
  void anEntryThatWasInsertedIsNamed() throws IOException {
    assertFound(
        after(
            "journal",
            "insert into entry select position + 1, 'x', subject, version + 1, name, revision,"
                + " recorded_at, 0, 'x', command, digest, recorded_by, authority, rationale,"
                + " sources, correlation, causation, payload from entry where position = "
                + head),
        "head: the journal ends at position " + (head + 1));
  }

  @Test
  void entriesThatWereSwappedAreNamed() throws IOException {
    assertFound(
        after(
            "journal",
            "update entry set position = -7 where position = 7",
            "update entry set position = 7 where position = 8",
            "update entry set position = 8 where position = -7"),
        "position 7: leaf: is not the entry that was sealed",
        "position 8: leaf: is not the entry that was sealed");
  }

  @Test
  void aCommandThatStandsThereTwiceIsFound() throws IOException {
    assertFound(
        after(
            "journal",
            "update entry set command_id = (select command_id from entry where position = 3),"
                + " ordinal = 1 where position = 9"),
        "position 9: command: answers the same command as the entry at 3, apart from it");
  }

  @Test
  void aPayloadThatCannotBeReadIsFound() throws IOException {
    assertFound(
        after("journal", "update entry set payload = '{' where position = 4"),
        "position 4: payload: cannot be read");
  }

  @Test
  void aRevisionThatThisVersionCannotReadIsFound() throws IOException {
    assertFound(
        after("journal", "update entry set revision = 9 where position in (4, 5)"),
        "position 4: payload: cannot be read: this version of the ledger cannot read",
        "position 5: payload: cannot be read: this version of the ledger cannot read");
  }

  @Test
  void aTailThatWasCutIsFoundByTheSeal() throws IOException {
    assertFound(
        after("journal", "delete from entry where position > 10", lowerHead(10)),
        "positions 11 to %d: position: was sealed, and is in the journal no more".formatted(head));
  }

  private static String lowerHead(long position) {
    return "update head set (position, recorded_at) = (select position, recorded_at from entry"
        + " where position = %d)".formatted(position);
  }

  /** Nothing in the journal's own database tells of what came later. */
  @Test
  void aTailThatWasCutWithItsSealIsFoundByTheReadModelsAndByAKeptCheckpoint() throws IOException {
    Path kept = Files.writeString(Files.createTempFile("checkpoint", ".txt"), checkpoint);
    Console console =
        after(
            "journal",
            jdbc -> {
              long size =
                  jdbc.sql("select max(size) from seal_checkpoint where size < " + head)
                      .query(Long.class)
                      .single();
              for (String sql :
                  List.of(
                      "delete from entry where position > " + size,
                      size == 0 ? "update head set position = 0" : lowerHead(size),
                      "delete from seal_checkpoint where size > " + size,
                      "delete from seal_chunk where %d = 0".formatted(size),
                      "update seal_chunk set leaves = substring(leaves from 1 for %1$d), contents ="
                              .formatted(size * HASH)
                          + " substring(contents from 1 for %1$d), salts = substring(salts from 1"
                              .formatted(size * HASH)
                          + " for %d)".formatted(size * HASH))) {
                jdbc.sql(sql).update();
              }
            });
    assertFound(console, "read-model: the read models have seen it");

    Files.delete(data.resolve("views.mv.db"));
    assertFound(
        checked("--checkpoint", kept.toString()),
        "checkpoint: was sealed when the kept checkpoint was signed");
  }

  /** Nothing erases as yet, so a salt that is gone hides what was done to the content. */
  @Test
  void aForgedEntryWhoseSaltWasDestroyedIsNamed() throws IOException {
    Console console =
        after(
            "journal",
            jdbc -> {
              jdbc.sql("update entry set payload = payload || ' ' where position = 7").update();
              overwrite(jdbc, "salts", new byte[HASH]);
            });
    assertFound(
        console,
        "position 7: leaf: its salt is destroyed, so its content cannot be shown to be what was"
            + " sealed");
  }

  /** The last one alone: what lacks of it must not be taken for zeroes. */
  @ParameterizedTest
  @ValueSource(strings = {"leaves", "contents", "salts"})
  void aColumnOfTheSealThatWasCutIsNamed(String column) throws IOException {
    assertFound(
        after(
            "journal",
            "update entry set payload = payload || ' ' where position = " + head,
            "update seal_chunk set %1$s = substring(%1$s from 1 for %2$d)"
                .formatted(column, (head - 1) * HASH)),
        "tree: the tile 0 of level 0 cannot be checked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into seal_checkpoint select 100000000000000000, note, issued_at"
            + " from seal_checkpoint where size = (select max(size) from seal_checkpoint)",
        "insert into seal_checkpoint select 9223372036854775807, note, issued_at"
            + " from seal_checkpoint where size = (select max(size) from seal_checkpoint);"
            + "insert into seal_chunk values (9223372036854775807, '', '', '')",
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aSizeThatNobodyEverReachedDoesNotKeepTheCheckForEver(String sql) throws IOException {
    Console console = after("journal", sql.split(";"));
    assertFound(console, "positions %d to ".formatted(head + 1), ": tree: its leaf is lost");
    assertThat(console.out()).doesNotContain(" -");
  }

  @Test
  void aTableNamedByTheDoubtedDatabaseIsNotAsked() throws IOException {
    assertFound(
        after("views", "update progress set live = 'party where 1 = 0 --' where model = 'party'"),
        "there is no read model party in a table party where 1 = 0 --");
  }

  @Test
  void checkpointsThatWereCutAreFound() throws IOException {
    assertFound(
        after("journal", "delete from seal_checkpoint where size = " + head),
        "beyond the last checkpoint");
  }

  @Test
  void aSealThatIsGoneIsFound() throws IOException {
    assertFound(
        after("journal", "delete from seal_chunk", "delete from seal_checkpoint"),
        "there are keys, and no checkpoint of theirs");
  }

  @Test
  void hashesThatWereRecomputedAreFoundByTheSignedCheckpoint() throws IOException {
    Console console =
        after(
            "journal",
            jdbc -> {
              jdbc.sql("update entry set recorded_by = 'forger' where position = 7").update();
              overwrite(jdbc, "leaves", forgedLeaf);
            });
    assertFound(console, "checkpoint: one of these is not what was signed");
    assertThat(console.out()).doesNotContain(": leaf:");
  }

  /** Puts other bytes where a column of the seal has those of the entry at position 7. */
  private static void overwrite(JdbcClient jdbc, String column, byte[] hash) {
    byte[] packed =
        jdbc.sql("select %s from seal_chunk where number = 0".formatted(column))
            .query((row, n) -> row.getBytes(1))
            .single();
    System.arraycopy(hash, 0, packed, 6 * HASH, HASH);
    jdbc.sql("update seal_chunk set %s = ? where number = 0".formatted(column))
        .param(packed)
        .update();
  }

  @Test
  void aSealThatWasMadeAnewWithoutTheKeyIsFound() throws Exception {
    FileSystemUtils.copyRecursively(sound, data);
    String origin = checkpoint.lines().findFirst().orElseThrow();
    tamper(
        "journal",
        jdbc ->
            Stream.of(
                    "update entry set recorded_by = 'forger' where position = 7",
                    "delete from seal_checkpoint",
                    "delete from seal_chunk",
                    "update seal set origin = null")
                .forEach(statement -> jdbc.sql(statement).update()));
    Map<String, Object> forger =
        Map.of(
            "chancery.seal.keys",
            data.resolve("forged").toString(),
            "chancery.seal.origin",
            origin);
    try (ConfigurableApplicationContext server = serve(data, forger)) {
      assertThat(sealed(server)).isEqualTo(head);
    }
    assertFound(checked(), "checkpoint: the checkpoint of %d".formatted(head), "is not signed by");
  }

  @Test
  void aReadModelThatWasChangedIsFoundAndNamedAsSuch() throws IOException {
    assertFound(
        after("views", "update meeting set attributes = '|spoilt|'"),
        "read-model: meeting, meetings/",
        "attributes is |spoilt|, not ",
        "./chancery replay builds them anew");
    tamper("views", jdbc -> jdbc.sql("delete from meeting").update());
    assertFound(checked(), "lacks a row");
  }

  @Test
  void aSubjectThatListsNoLongerFindIsFoundMissing() throws IOException {
    assertFound(
        after("views", "delete from meeting_attribute where attribute like 'party=%'"),
        "read-model: meeting, meetings/",
        ": is not found by party=");
  }

  @Test
  void aFileThatIsNoDatabaseIsToldInWords() throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    cut("journal", 5_000);
    assertFound(checked(), "unreadable: the journal's database cannot be read", "put back the");
  }

  @Test
  void aFileOfReadModelsThatIsNoDatabaseIsToldInWords() throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    cut("views", 5_000);
    assertFound(checked(), "read-model: the read models' database cannot be read", "delete");
  }

  @Test
  void aFileThatIsDamagedIsNeverSound() throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    Path file = data.resolve("journal.mv.db");
    long size = Files.size(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long at = 12_288; at < size; at += 4_096) {
        channel.write(ByteBuffer.wrap(new byte[2_000]), at);
      }
    }
    Console console = checked();
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out()).doesNotContain("\tat ");
  }

  private void cut(String database, long size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(data.resolve(database + ".mv.db"), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  @Test
  void howManyEntriesWereLookedAtIsToldBesideTheVerdict() throws IOException {
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(progress, true, StandardCharsets.UTF_8));
    try {
      assertThat(check().out()).isEqualTo("sound\n");
    } finally {
      System.setErr(before);
    }
    assertThat(progress.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.startsWith("journal: %1$d of %1$d, ".formatted(head)))
        .anyMatch(line -> line.startsWith("read models: %1$d of %1$d, ".formatted(head)));
  }

  @Test
  void whereItIsMisusedItSaysSo() throws IOException {
    Path none = Files.createDirectory(data.resolve("none"));
    assertThat(Console.run("check", "--data", none.toString()).code()).isEqualTo(2);
    assertThat(check("--key", "nonsense").code()).isEqualTo(2);
    SigningKey witness = SigningKey.generate("w.example", KeyType.COSIGNATURE);
    assertThat(check("--key", witness.verifier().toString()).code()).isEqualTo(2);
    assertThat(Console.run("check", "--nonsense").code()).isEqualTo(2);
  }

  @Test
  void aKeyOfAnotherLedgerIsAMisuseAndAccusesNobody() throws IOException {
    SigningKey other = SigningKey.generate("other.example/log", KeyType.SIGNATURE);
    Console console = check("--key", other.verifier().toString());
    assertThat(console.code()).as(console.out()).isEqualTo(2);
    assertThat(console.err())
        .isEqualToIgnoringNewLines(
            "chancery: --key: is of the log other.example/log; this ledger is sealed as "
                + origin());
    assertThat(console.out()).isEmpty();
  }

  @Test
  void aKeyOfTheSameNameThatNeverSignedIsAFault() throws IOException {
    SigningKey other = SigningKey.generate(origin(), KeyType.SIGNATURE);
    assertFound(check("--key", other.verifier().toString()), "is not signed by the log's key");
  }

  @Test
  void aFileThatIsNoCheckpointOfThisLogIsAMisuseAndNoLostJournal() throws Exception {
    SigningKey other = SigningKey.generate(origin(), KeyType.SIGNATURE);
    String text = SignedNote.parse(checkpoint).text();
    LogKeys own = LogKeys.open(sound.resolve("keys"), null);
    String saying = origin() + "\nsaying nothing\n";
    for (SignedNote wrong :
        List.of(
            new SignedNote(text, List.of(other.sign(text))),
            new SignedNote(saying, own.sign(saying)))) {
      FileSystemUtils.copyRecursively(sound, data);
      String file = file(wrong.toString());
      Console console = checked("--checkpoint", file);
      assertThat(console.code()).as(console.out()).isEqualTo(2);
      assertThat(console.err()).contains("--checkpoint: " + file + ": ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "folder", "note", "line", "bytes"})
  void theFileThatIsNoCheckpointIsNamed(String kind) throws Exception {
    FileSystemUtils.copyRecursively(sound, data);
    Path file = data.resolve("kept.txt");
    switch (kind) {
      case "folder" -> Files.createDirectory(file);
      case "note" -> Files.writeString(file, "nothing");
      case "line" -> Files.writeString(file, origin() + "\n\nno signature\n");
      case "bytes" -> Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
      default -> assertThat(file).doesNotExist();
    }
    Console console = checked("--checkpoint", file.toString());
    assertThat(console.code()).as(console.out()).isEqualTo(2);
    assertThat(console.err()).contains("--checkpoint: " + file + ": ").doesNotContain("null");
    if (kind.equals("absent")) {
      assertThat(console.err()).endsWith(file + ": there is no such file\n");
    }
  }

  @Test
  void aCheckpointThatWasKeptIsNotForgottenWhereSealAndKeysAreGone() throws Exception {
    String vkey = LogKeys.known(sound.resolve("keys")).getFirst().toString();
    Console console = after("journal", "delete from seal_chunk", "delete from seal_checkpoint");
    FileSystemUtils.deleteRecursively(data.resolve("keys"));
    assertThat(checked("--checkpoint", file(checkpoint)).code()).isEqualTo(2);
    assertFound(
        checked("--checkpoint", file(checkpoint), "--key", vkey),
        "checkpoint: was sealed when the kept checkpoint was signed");
    assertThat(console.code()).isEqualTo(1);
  }

  private static String origin() {
    return checkpoint.lines().findFirst().orElseThrow();
  }

  private String file(String note) throws IOException {
    return Files.writeString(Files.createTempFile(data, "checkpoint", ".txt"), note).toString();
  }

  /** With the note of where the server is, and its tokens: all that is in the folder. */
  @Test
  void aFolderThatWasCopiedWhileItWasServedIsCheckedItself() throws Exception {
    try (Ledger ledger = Ledger.start(Map.of())) {
      FileSystemUtils.copyRecursively(sound, data);
      for (String name : List.of("server.url", "recorder.token")) {
        Files.copy(
            ledger.data().resolve(name), data.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      tamper("journal", jdbc -> jdbc.sql("delete from entry where position = 7").update());
      assertFound(checked(), "position 7: position: there is no entry");
    }
  }
}
