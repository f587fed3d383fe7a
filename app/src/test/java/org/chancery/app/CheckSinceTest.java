package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.command.Bulk;
import org.chancery.journal.Journal;
import org.chancery.seal.Seal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A ledger that was checked up to a checkpoint, and went on since. */
@Tag("slow")
class CheckSinceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MORE = 300;
  private static final String ENVOY =
      "{\"command\": \"RegisterOfficial\", \"id\": \"envoy-%1$d\", \"official\": \"envoy-%1$d\","
          + " \"name\": \"Envoy %1$d\", \"provenance\": {\"authority\": \"the protocol\","
          + " \"rationale\": \"accredited\"}}";

  @TempDir static Path sound;
  @TempDir Path data;
  private static long before;
  private static Path kept;

  @BeforeAll
  static void tell() throws Exception {
    try (ConfigurableApplicationContext server = ServeVerb.start(sound, "127.0.0.1", 0, Map.of())) {
      DemoVerb.tell(server.getBean(Bulk.class));
      before = sealed(server);
      kept = sound.resolve("kept.txt");
      Files.writeString(kept, server.getBean(Seal.class).latest().orElseThrow().note().toString());
      register(server.getBean(Bulk.class));
      sealed(server);
    }
    Files.deleteIfExists(sound.resolve("server.url"));
  }

  private static void register(Bulk bulk) throws IOException {
    String commands =
        IntStream.range(0, MORE).mapToObj(ENVOY::formatted).collect(Collectors.joining("\n"));
    bulk.execute(
        new ByteArrayInputStream(commands.getBytes(UTF_8)),
        "more",
        answer -> assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(201));
  }

  private static long sealed(ConfigurableApplicationContext server) throws InterruptedException {
    long last = server.getBean(Journal.class).head().position();
    assertThat(server.getBean(Seal.class).await(last, PATIENCE)).isTrue();
    return last;
  }

  private Console after(String... tampering) throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    JdbcClient journal =
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("journal").toAbsolutePath(), "sa", ""));
    List.of(tampering).forEach(sql -> journal.sql(sql.replace(":before", "" + before)).update());
    return Console.run("check", "--data", data.toString(), "--since-checkpoint", kept.toString());
  }

  @Test
  void aLedgerThatNobodyTouchedIsSoundAndSaysWhatItLeftOut() throws IOException {
    Console console = after();

    assertThat(console.out())
        .contains(
            "note: the entries up to position %d were not looked at".formatted(before),
            "note: the read models were not looked at")
        .endsWith("sound\n");
    assertThat(console.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "update entry set recorded_by = 'nobody' where position = :before + 1; is not the entry",
        "update entry set payload = '{' where position = :before + 100; payload: cannot be read",
        "delete from entry where position = :before + 50; there is no entry",
        "update entry set version = 7 where position = :before + 50; is version 7 of its subject",
        "update entry set ordinal = 1 where position = :before + 1; is number 1 of its command",
        "update head set position = 3; head: the journal ends",
        "update seal_chunk set leaves = contents where number = 1; is not the entry",
        "update seal_checkpoint set note = replace(note, '=', '!') where size > :before;"
            + " checkpoint",
      })
  void whatWasChangedSinceIsFound(String tampering, String told) throws IOException {
    Console console = after(tampering);

    assertThat(console.out()).contains(told).contains("were not looked at");
    assertThat(console.code()).isEqualTo(1);
  }

  /** What it takes for checked it must not say anything of. */
  @Test
  void whatWasChangedBeforeIsNotSeen() throws IOException {
    assertThat(after("update entry set recorded_by = 'nobody' where position = 7").out())
        .endsWith("sound\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update seal_chunk set leaves = contents where number = 0",
        "delete from seal_chunk where number = 0",
        "delete from seal_checkpoint where size >= :before",
      })
  void whereTheSealIsAnotherAllIsLookedAt(String tampering) throws IOException {
    Console console = after(tampering);

    assertThat(console.out()).contains("so all was looked at");
    assertThat(console.code()).isEqualTo(1);
  }

  @Test
  void oneCheckpointIsEnough() throws IOException {
    FileSystemUtils.copyRecursively(sound, data);
    String file = kept.toString();
    Console console =
        Console.run(
            "check", "--data", data.toString(), "--checkpoint", file, "--since-checkpoint", file);

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("not both");
  }
}
