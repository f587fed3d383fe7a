package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.app.cli.ServeVerb;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.security.Tokens;
import org.chancery.command.Bulk;
import org.chancery.journal.Journal;
import org.chancery.seal.Seal;
import org.chancery.seal.merkle.Tile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Each table of a sealed journal with a row changed, lost or added: it is found, and in time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class CheckedRowsTest {
  private static final int ENTRIES = 600;
  private static final int WITHIN_A_CHUNK = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path sound;
  @TempDir Path data;

  @BeforeAll
  static void record() throws Exception {
    try (ConfigurableApplicationContext server = ServeVerb.start(sound, "127.0.0.1", 0, Map.of())) {
      recordAndSeal(server, 1, WITHIN_A_CHUNK);
      recordAndSeal(server, WITHIN_A_CHUNK + 1, Tile.WIDTH);
      recordAndSeal(server, Tile.WIDTH + 1, ENTRIES);
      server.getBean(ServerLocator.class).line();
    }
    Files.deleteIfExists(sound.resolve("server.url"));
  }

  private static void recordAndSeal(ConfigurableApplicationContext server, int from, int to)
      throws Exception {
    String lines =
        IntStream.rangeClosed(from, to)
            .mapToObj(CheckedRowsTest::line)
            .collect(Collectors.joining("\n"));
    server
        .getBean(Bulk.class)
        .execute(
            new ByteArrayInputStream(lines.getBytes(UTF_8)),
            "recorder",
            answer ->
                assertThat(answer.path("status").asInt()).as(answer.toString()).isLessThan(400));
    assertThat(server.getBean(Journal.class).head().position()).isEqualTo(to);
    assertThat(server.getBean(Seal.class).await(to, PATIENCE)).isTrue();
  }

  private static String line(int number) {
    return """
        {"command": "RegisterOfficial", "id": "%1$d", "name": "A %1$d",
         "provenance": {"authority": "the registry", "rationale": "its list"}}"""
        .replace('\n', ' ')
        .formatted(number);
  }

  private Console after(String... statements) throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("journal"), "sa", ""));
    for (String sql : statements) {
      assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
    }
    return Console.run("check", "--data", data.toString());
  }

  private static void assertFound(Console console, String found) {
    assertThat(console.code()).as(console.out() + console.err()).isEqualTo(1);
    assertThat(console.out()).contains(found).doesNotContain("cannot be read, so none");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void whatNobodyTouchedIsSound() throws IOException {
    assertThat(after("update head set position = position").out()).isEqualTo("sound\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "delete from entry where position = 600"
            + "; position 600: position: was sealed, and is in the journal no more",
        "delete from entry where position > 590"
            + "; positions 591 to 600: position: was sealed, and is in the journal no more",
        "delete from entry where position = 600" + "; head: the journal ends at position 599",
        "delete from entry where position = 600"
            + "; position 600: read-model: the read models have seen it, and the journal ends",
        "delete from entry where position = 300 ; position 300: position: there is no entry",
        "delete from entry where position = 1 ; position 1: position: there is no entry",
        "delete from entry ; positions 1 to 600: position: was sealed, and is in the journal no",
        "delete from head ; head: the journal ends at position 600",
        "update head set position = 599 ; head: the journal ends at position 600",
        "update head set position = 1000000000000 ; head: the journal ends at position 600",
        "update head set recorded_at = recorded_at - interval '1' second"
            + "; head: the journal ends at position 600",
        "update entry set position = 100000000000000000 where position = 600"
            + "; positions 600 to 99999999999999999: position: there is no entry",
        "update seal_chunk set leaves = substring(leaves from 1 for 1376) || x'00000000'"
            + " || substring(leaves from 1381) where number = 1"
            + "; checkpoint: one of these is not what was signed",
        "update seal_chunk set contents = substring(contents from 1 for 1376) || x'00000000'"
            + " || substring(contents from 1381)"
            + " where number = 1 ; position 300: leaf: is not the entry that was sealed",
        "update seal_chunk set salts = substring(salts from 1 for 1376) || x'00000000'"
            + " || substring(salts from 1381) where number = 1"
            + "; position 300: leaf: is not the entry that was sealed",
        "delete from seal_chunk where number = 0 ; positions 1 to 256: tree: its leaf is lost",
        "delete from seal_chunk where number = 1 ; positions 257 to 512: tree: its leaf is lost",
        "delete from seal_chunk where number = 2 ; positions 513 to 600: tree: its leaf is lost",
        "update seal_chunk set number = 3 where number = 2"
            + "; positions 513 to 600: tree: its leaf is lost",
        "update seal_checkpoint set note = replace(note, '600', '599') where size = 600"
            + "; position 600: checkpoint: the checkpoint of 600 entries is not signed by the log",
        "update seal_checkpoint set note = 'x' where size = 600"
            + "; checkpoint: the checkpoint of 600 entries cannot be checked",
        "delete from seal_checkpoint where size > 100"
            + "; positions 101 to 256: tree: there are leaves beyond the last checkpoint",
        "delete from seal_checkpoint where size > 256"
            + "; tree: there are leaves beyond the last checkpoint, that of 256 entries",
        "delete from seal_tile ; tree: the tile 0 of level 1 cannot be checked",
        "update seal_tile set hashes = x'00000000' || substring(hashes from 5)"
            + "; tree: the tile 0 of level 1 is not that of its leaves",
        "update seal_tile set hashes = substring(hashes from 1 for 33)"
            + "; tree: the tile 0 of level 1 cannot be checked",
      })
  void aRowThatWasTamperedWithIsFound(String sql, String found) throws IOException {
    assertFound(after(sql), found);
  }

  @Test
  void aTailThatWasCutWithItsHeadIsFound() throws IOException {
    Console console =
        after(
            "delete from entry where position > 590",
            "update head set (position, recorded_at) ="
                + " (select position, recorded_at from entry where position = 590)");
    assertFound(console, "positions 591 to 600: position: was sealed");
    assertFound(console, "positions 591 to 600: read-model: the read models have seen it");
    assertThat(console.out()).doesNotContain("head:");
  }

  @Test
  void anEntryThatWasInsertedIsFound() throws IOException {
    String insert =
        "insert into entry select %d, 'x', 'officials/x', 1, name, revision, recorded_at, 0, 'x',"
            + " command, digest, recorded_by, authority, rationale, sources, correlation, causation,"
            + " payload from entry where position = 600";
    assertFound(after(insert.formatted(601)), "head: the journal ends at position 601");
    FileSystemUtils.deleteRecursively(data);
    assertFound(
        after("delete from entry where position = 300", insert.formatted(300)),
        "position 300: leaf: is not the entry that was sealed");
  }

  @Test
  void aServerOnAJournalWhoseTailWasCutSaysSoReadsWhatStandsAndRecordsNothing() throws Exception {
    after("delete from entry where position = 600");
    Files.delete(data.resolve("views.mv.db"));
    try (ConfigurableApplicationContext server = ServeVerb.start(data, "127.0.0.1", 0, Map.of())) {
      Http http = new Http(server.getBean(ServerLocator.class).address(), Tokens.recorder(data));
      Reply standing = http.get("/api/officials?minPosition=599").expect(200);
      assertThat(standing.json().path("total").asInt()).isEqualTo(599);
      Reply refused = http.command("RegisterOfficial", "{\"name\": \"B\"}");
      assertThat(refused.expectProblem(503, "JOURNAL_STOPPED").body())
          .contains("the head is at position 600 and the last entry at position 599");
      http.get("/actuator/health/readiness").expect(503);
    }
  }
}
