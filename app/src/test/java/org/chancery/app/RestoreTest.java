package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.seal.LogKeys;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.witness.Witness;
import org.chancery.seal.witness.WitnessServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A journal put back from a base backup and archived WAL, as docs/CLUSTER.md says, to its end and
 * to an earlier moment: what is missing then is told by whoever kept a checkpoint.
 */
@Tag("slow")
class RestoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path archive;
  private WitnessServer witness;
  private final Map<String, Object> settings = new HashMap<>();
  private Path checkpoint;

  @BeforeEach
  void record() throws Exception {
    archive = Files.createDirectory(folder.resolve("archive"));
    // The embedded server runs as another user of its own where this is root.
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
    askAWitness();
    Path data = folder.resolve("lost");
    server(data).start().close();
    set(data, "archive_mode = 'on'\narchive_command = 'cp %%p %s/%%f'\n".formatted(archive));
    EmbeddedPostgres lost = server(data).start();
    JdbcClient jdbc = JdbcClient.create(lost.getPostgresDatabase());
    try (Ledger ledger = ledger(lost)) {
      register(ledger, "in-the-backup");
      backUp(lost);
      register(ledger, "behind-it");
      awaitSeal(ledger, 2);
      jdbc.sql("select pg_create_restore_point('before')").query(String.class).single();
      register(ledger, "lost");
      awaitSeal(ledger, 3);
      checkpoint = folder.resolve("checkpoint");
      Files.writeString(checkpoint, ledger.http().get("/checkpoint").expect(200).body());
    }
    String last = jdbc.sql("select pg_walfile_name(pg_switch_wal())").query(String.class).single();
    await().atMost(PATIENCE).until(() -> Files.exists(archive.resolve(last)));
    lost.close();
  }

  @AfterEach
  void close() {
    witness.close();
  }

  private void askAWitness() throws IOException {
    LogKeys keys = LogKeys.open(folder.resolve("keys"), "example.com/ledger");
    SigningKey key = SigningKey.generate("witness.example", KeyType.COSIGNATURE);
    witness =
        new WitnessServer(
            new Witness(
                key, keys.known(), Files.createDirectory(folder.resolve("w")), Clock.systemUTC()),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    settings.put("chancery.seal.keys", folder.resolve("keys").toString());
    settings.put("chancery.journal.user", "postgres");
    settings.put("chancery.witness.url", "http://127.0.0.1:" + witness.port());
    settings.put("chancery.witness.key", key.verifier().toString());
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("listen_addresses", "127.0.0.1");
  }

  private static void set(Path data, String settings) throws IOException {
    Files.writeString(data.resolve("postgresql.auto.conf"), settings, StandardOpenOption.APPEND);
  }

  /** With read models of its own, which are derived. */
  private Ledger ledger(EmbeddedPostgres postgres) throws IOException {
    settings.put("chancery.journal.url", postgres.getJdbcUrl("postgres", "postgres"));
    return Ledger.start(settings);
  }

  private static void register(Ledger at, String official) {
    at.http()
        .command(
            "RegisterOfficial", "{\"official\": \"%1$s\", \"name\": \"%1$s\"}".formatted(official))
        .expect(201);
  }

  private static void awaitSeal(Ledger of, long size) {
    await()
        .atMost(PATIENCE)
        .until(() -> of.http().get("/api/journal").json().at("/seal/cosigned").asLong(0) >= size);
  }

  /** What pg_basebackup does, over SQL. */
  private void backUp(EmbeddedPostgres postgres) throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('base', true)");
      copy(folder.resolve("lost"), folder.resolve("base"), true);
      try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        assertThat(stopped.next()).isTrue();
        Files.writeString(folder.resolve("base/backup_label"), stopped.getString(1));
      }
    }
  }

  /** Files that go meanwhile are in the WAL. */
  private static void copy(Path from, Path to, boolean withoutWal) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Path made = Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(file);
            if (!relative.toString().equals("postmaster.pid")
                && !(withoutWal && relative.startsWith("pg_wal"))) {
              Files.copy(file, to.resolve(relative.toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private EmbeddedPostgres restored(@Nullable String target) throws IOException {
    Path data = folder.resolve("restored");
    copy(folder.resolve("base"), data, false);
    Files.createFile(data.resolve("recovery.signal"));
    set(
        data,
        "restore_command = 'cp %s/%%f %%p'\nrecovery_target_action = 'promote'\n".formatted(archive)
            + (target == null ? "" : "recovery_target_name = '%s'\n".formatted(target)));
    EmbeddedPostgres started = server(data).start();
    JdbcClient jdbc = JdbcClient.create(started.getPostgresDatabase());
    await()
        .atMost(PATIENCE)
        .until(() -> !jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single());
    return started;
  }

  private Console check(EmbeddedPostgres of, String... options) throws IOException {
    Map<String, String> properties =
        Map.of(
            "chancery.journal.url",
            of.getJdbcUrl("postgres", "postgres"),
            "chancery.journal.user",
            "postgres",
            "chancery.seal.keys",
            folder.resolve("keys").toString());
    properties.forEach(System::setProperty);
    try {
      List<String> line =
          new ArrayList<>(
              List.of("check", "--data", Files.createTempDirectory(folder, "d").toString()));
      line.addAll(List.of(options));
      return Console.run(line.toArray(String[]::new));
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void restoredToItsEndItIsWholeAndSealedOn() throws Exception {
    try (EmbeddedPostgres postgres = restored(null)) {
      Console checked = check(postgres, "--checkpoint", checkpoint.toString());
      assertThat(checked.out()).contains("sound");
      try (Ledger ledger = ledger(postgres)) {
        register(ledger, "after");
        ledger.http().get("/api/officials/lost?minPosition=4").expect(200);
        awaitSeal(ledger, 4);
      }
    }
  }

  @Test
  void restoredToAnEarlierMomentOnlyWhoKeptACheckpointTellsWhatIsMissing() throws Exception {
    try (EmbeddedPostgres postgres = restored("before")) {
      assertThat(check(postgres).out()).contains("sound");
      Console checked = check(postgres, "--checkpoint", checkpoint.toString());
      assertThat(checked.code()).isEqualTo(1);
      assertThat(checked.out())
          .containsPattern(
              "positions? (\\d to )?3: checkpoint: was sealed when the kept checkpoint was signed");
      try (Ledger ledger = ledger(postgres)) {
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    ledger
                        .http()
                        .get("/api/journal")
                        .json()
                        .at("/seal/state")
                        .asString()
                        .equals("stopped"));
        assertThat(ledger.http().get("/actuator/health").expect(503).body())
            .contains("has seen 3 entries", "the seal ends at 2: the journal was rolled back");
        ledger.http().get("/api/officials/behind-it").expect(200);
        ledger.http().get("/api/officials/lost").expect(404);
      }
    }
  }
}
