package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.app.security.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An upgrade of one server after the other: servers of a release that is told, as the file of its
 * program in {@code chancery.older}, and of this one share a journal, both of them under load.
 */
@Tag("nightly")
@Timeout(600)
class OlderReleaseTest {
  private static final String OLDER = System.getProperty("chancery.older", "");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ENOUGH = 100;
  private static final int MOST_LINES = 50;
  private static final Pattern READY = Pattern.compile("ready at (http://127\\.0\\.0\\.1:\\d+)");

  @TempDir Path folder = Path.of("");
  private EmbeddedPostgres postgres;

  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final AtomicBoolean done = new AtomicBoolean();

  @BeforeEach
  void start() throws IOException {
    assumeThat(OLDER).as("-Dchancery.older tells no release").isNotEmpty();
    postgres = Postgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private record Older(ShellProcess process, Http http) implements AutoCloseable {

    @Override
    public void close() {
      process.close();
    }
  }

  private Older older() throws IOException {
    Path data = folder.resolve("older");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                OLDER,
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("CHANCERY_"));
    Postgres.shared(postgres)
        .forEach(
            (name, value) ->
                builder
                    .environment()
                    .put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
    ShellProcess process = new ShellProcess(builder.start());
    return new Older(process, new Http(ready(process), Tokens.recorder(data)));
  }

  /** It may warn first, of the later migrations. */
  private static URI ready(ShellProcess process) throws IOException {
    List<String> said = new ArrayList<>();
    while (said.size() < MOST_LINES) {
      said.add(process.nextLine());
      Matcher ready = READY.matcher(said.getLast());
      if (ready.find()) {
        return URI.create(ready.group(1));
      }
    }
    throw new AssertionError(said);
  }

  private Ledger newer() throws IOException {
    return Ledger.start(Postgres.shared(postgres));
  }

  @Test
  void bothRecordAndAnswerAlikeAndTheOlderOneMayComeBack() throws Exception {
    try (ExecutorService callers = Executors.newCachedThreadPool();
        Older older = older()) {
      Future<?> one = callers.submit(() -> registerUntilDone(older.http(), "a"));
      awaitMore(one);
      try (Ledger newer = newer()) {
        Future<?> other = callers.submit(() -> registerUntilDone(newer.http(), "b"));
        awaitMore(one, other);
        done.set(true);
        one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        requireAlike(older.http(), newer.http());
      } finally {
        done.set(true);
      }
    }
    try (Older older = older();
        Ledger newer = newer()) {
      register(older.http(), "last");
      requireAlike(older.http(), newer.http());
    }
    requireNothingLost(JdbcClient.create(postgres.getPostgresDatabase()));
  }

  private void awaitMore(Future<?>... callers) {
    int before = acknowledged.size();
    await()
        .atMost(PATIENCE)
        .failFast("a caller failed", () -> Stream.of(callers).anyMatch(Future::isDone))
        .until(() -> acknowledged.size() > before + ENOUGH);
  }

  private void registerUntilDone(Http http, String caller) {
    for (int n = 0; !done.get(); n++) {
      register(http, caller + "-" + n);
    }
  }

  private void register(Http http, String official) {
    acknowledged.put(
        official,
        http.command(
                "RegisterOfficial",
                "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(official))
            .expect(201)
            .position());
  }

  /** In what each reads of its own rows, and in what the journal finds for each. */
  private void requireAlike(Http one, Http other) {
    long all = acknowledged.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    for (String question :
        List.of(
            "/api/officials?limit=500&minPosition=" + all,
            "/api/entries?name=official.registered&limit=500&minPosition=" + all)) {
      assertThat(other.get(question).expect(200).json().path("items"))
          .as(question)
          .isNotEmpty()
          .isEqualTo(one.get(question).expect(200).json().path("items"));
    }
    assertThat(
            other
                .get("/api/entries?name=official.registered&limit=1")
                .json()
                .path("total")
                .asLong())
        .isEqualTo(acknowledged.size());
  }

  private void requireNothingLost(JdbcClient journal) {
    Postgres.requireGapless(journal);
    acknowledged.forEach(
        (official, position) ->
            assertThat(
                    journal
                        .sql("select subject from entry where position = ?")
                        .param(position)
                        .query(String.class)
                        .single())
                .isEqualTo("officials/" + official));
  }
}
