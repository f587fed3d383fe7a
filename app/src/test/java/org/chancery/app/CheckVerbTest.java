package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.command.Bulk;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.seal.Leaf;
import org.chancery.journal.seal.Seal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A ledger that told the sample story, tampered with in each way behind its back. */
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
      server.getBean(Readiness.class).line();
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
              overwrite(jdbc, forgedLeaf);
            });
    assertFound(console, "checkpoint: one of these is not what was signed");
    assertThat(console.out()).doesNotContain(": leaf:");
  }

  private static void overwrite(JdbcClient jdbc, byte[] hash) {
    byte[] packed =
        jdbc.sql("select leaves from seal_chunk where number = 0")
            .query((row, n) -> row.getBytes(1))
            .single();
    System.arraycopy(hash, 0, packed, 6 * HASH, HASH);
    jdbc.sql("update seal_chunk set leaves = ? where number = 0").param(packed).update();
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
        after("views", "update meeting set facets = '|spoilt|'"),
        "read-model: meeting, meetings/",
        "facets is |spoilt|, not ",
        "./chancery replay builds them anew");
    tamper("views", jdbc -> jdbc.sql("delete from meeting").update());
    assertFound(checked(), "lacks a row");
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
  void whereItIsMisusedItSaysSo() throws IOException {
    Path none = Files.createDirectory(data.resolve("none"));
    assertThat(Console.run("check", "--data", none.toString()).code()).isEqualTo(2);
    assertThat(check("--key", "nonsense").code()).isEqualTo(2);
    assertThat(Console.run("check", "--nonsense").code()).isEqualTo(2);
  }
}
