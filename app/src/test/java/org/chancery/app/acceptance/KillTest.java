package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.journal.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A process is killed at random moments of what it does. How often: {@code -Dchancery.kills=N}, in
 * turn over all kinds; what is random comes of {@code -Dchancery.seed=N}.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("chancery.kills", 4);
  private static final long SEED = Long.getLong("chancery.seed", System.nanoTime());
  private static final int LONGEST_IMPORT = 4_000;
  private static final int MEETINGS = 2_000;
  private static final String COMMANDS = "commands.ndjson";
  private static final int LONGEST_WORK = 1_500;

  /** In milliseconds, as the last start showed: a busy machine takes many times as long. */
  private static long start = 5_000;

  private static @Nullable EmbeddedPostgres postgres;

  @TempDir private Path data;

  /** What a process is at when it is killed. */
  enum At {
    FIRST_START,
    MIGRATION,
    IMPORT,
    REPLAY
  }

  /**
   * A kill.
   *
   * @param after by what part of the longest time
   */
  record Kill(int number, At at, boolean shared, double after) {

    Duration within(long millis) {
      return Duration.ofMillis((long) (after * millis));
    }

    @Override
    public String toString() {
      return "%d: %s on %s, at %.2f (seed %d)"
          .formatted(number, at, shared ? "PostgreSQL" : "H2", after, SEED);
    }
  }

  /**
   * What was told to those outside before the kill.
   *
   * @param imported how many records an import had shown as taken
   * @param replay the address of a replay that was promised
   */
  record Promises(Map<Request, Answer> acknowledged, long imported, @Nullable String replay) {

    static Promises none() {
      return new Promises(Map.of(), 0, null);
    }
  }

  static Stream<Kill> kills() {
    Random random = new Random(SEED);
    return IntStream.range(0, KILLS)
        .mapToObj(n -> new Kill(n, At.values()[n % 4], (n + n / 4) % 2 == 1, random.nextDouble()));
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }

  @ParameterizedTest
  @MethodSource("kills")
  void theNextStartIsReadyAndNothingAcknowledgedIsLost(Kill kill) throws Exception {
    String[] options = kill.shared() ? databases(kill.number()) : new String[0];
    Promises promises =
        switch (kill.at()) {
          case FIRST_START -> killedAtStart(kill, options);
          case MIGRATION -> killedInMigration(kill, options);
          case IMPORT -> killedInImport(kill, options);
          case REPLAY -> killedInReplay(kill, options);
        };
    try (ServerProcess server = served(options)) {
      Entries entries = Entries.of(server.client());
      assertThat(entries.lacking(promises.acknowledged())).isEmpty();
      assertThat(server.positionAtStart()).isEqualTo(entries.all().size());
      if (promises.replay() != null) {
        assertThat(server.client().ask(promises.replay()).path("state").asString()).isNotEmpty();
      }
      if (kill.at() == At.IMPORT) {
        assertEndsAsIfItHadRunOnce(promises.imported(), options);
      }
      assertThat(server.client().tell(Request.party("france", "FR")).status()).isEqualTo(201);
      server.stop();
    }
    assertSound(options);
    System.out.printf("%s: nothing lost, sound%n", kill);
  }

  private ServerProcess served(String[] options) {
    long begun = System.nanoTime();
    ServerProcess server = ServerProcess.serve(data, options);
    start = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    return server;
  }

  private Promises killedAtStart(Kill kill, String[] options) {
    List<String> arguments = List.of("serve", "--data", data.toString(), "--port", "0");
    try (VerbProcess first = VerbProcess.start(data, List.of(options), arguments)) {
      Pause.of(kill.within(start));
      first.kill();
    }
    return Promises.none();
  }

  private Promises killedInMigration(Kill kill, String[] options) throws Exception {
    Request request = Request.party("germany", "DE");
    Map<Request, Answer> acknowledged;
    try (ServerProcess server = served(options)) {
      acknowledged = Map.of(request, server.client().tell(request));
      server.stop();
    }
    makeOld(options);
    killedAtStart(kill, options);
    return new Promises(acknowledged, 0, null);
  }

  /** As of before the read models' tables changed, and before the journal's second migration. */
  private void makeOld(String[] options) throws IOException {
    new JdbcTemplate(source("views", options))
        .update("update \"views_schema\" set \"checksum\" = 0 where \"version\" is null");
    JdbcTemplate journal = new JdbcTemplate(source("journal", options));
    for (String table : List.of("cosignature", "checkpoint", "tile", "chunk")) {
      journal.execute("drop table seal_" + table);
    }
    journal.execute("drop table seal");
    journal.update("delete from \"journal_schema\" where \"version\" in ('2', '3', '4', '5', '6')");
    journal.execute("drop table mark");
    journal.execute("drop table marked");
    journal.execute("drop table if exists lease");
    journal.execute("alter table head drop column registry");
    journal.execute("alter table entry drop constraint a_command_once_per_principal");
    journal.execute("alter table entry add constraint a_command_once unique (command_id, ordinal)");
    FileSystemUtils.deleteRecursively(data.resolve("keys"));
  }

  private DriverManagerDataSource source(String name, String[] options) {
    String url =
        Stream.of(options)
            .filter(option -> option.startsWith("-Dchancery.%s.url=".formatted(name)))
            .map(option -> option.substring(option.indexOf('=') + 1))
            .findFirst()
            .orElse(Database.fileUrl(data.resolve(name)));
    return new DriverManagerDataSource(url, options.length > 0 ? "postgres" : "sa", "");
  }

  /** Straight into the data folder or the databases: no server is there yet. */
  private Promises killedInImport(Kill kill, String[] options) throws IOException {
    Path file = Files.write(data.resolve(COMMANDS), commands());
    try (ImportProcess first = ImportProcess.into(data, "commands", file, options)) {
      Pause.of(kill.within(start + LONGEST_IMPORT));
      first.kill();
      return new Promises(Map.of(), first.shown(), null);
    }
  }

  private static List<String> commands() {
    Stream<Request> parties =
        Stream.of(
            Request.party("united-states", "US"),
            Request.party("russia", "RU"),
            Request.party("germany", "DE"));
    return Stream.concat(
            parties, IntStream.range(0, MEETINGS).mapToObj(n -> Request.meeting("i" + n)))
        .map(Request::line)
        .toList();
  }

  private void assertEndsAsIfItHadRunOnce(long taken, String[] options) {
    try (ImportProcess again =
        ImportProcess.into(data, "commands", data.resolve(COMMANDS), options)) {
      assertThat(again.await()).as(again::output).isZero();
      ImportProcess.Summary summary = again.summary();
      assertThat(summary.recorded() + summary.unchanged()).isEqualTo(MEETINGS + 3L);
      assertThat(summary.unchanged()).isGreaterThanOrEqualTo(taken);
    }
  }

  private Promises killedInReplay(Kill kill, String[] options) throws Exception {
    try (ServerProcess server = served(options);
        Traffic traffic = Traffic.flowing(server.client())) {
      String replay = server.client().replay("{}");
      Pause.of(kill.within(LONGEST_WORK));
      server.kill();
      traffic.awaitEnd();
      return new Promises(traffic.acknowledged(), 0, replay);
    }
  }

  private void assertSound(String[] options) {
    List<String> arguments = List.of("check", "--data", data.toString());
    try (VerbProcess check = VerbProcess.start(data, List.of(options), arguments)) {
      int code = check.await();
      assertThat(check.output()).contains("sound");
      assertThat(code).isZero();
    }
  }

  private static String[] databases(int number) throws IOException, SQLException {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    }
    List<String> options = new ArrayList<>();
    for (String name : List.of("journal", "views")) {
      String database = "%s_%d".formatted(name, number);
      new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + database);
      options.add(
          "-Dchancery.%s.url=%s".formatted(name, postgres.getJdbcUrl("postgres", database)));
      options.add("-Dchancery.%s.user=postgres".formatted(name));
    }
    return options.toArray(String[]::new);
  }
}
